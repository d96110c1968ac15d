import { isObject, isRecord } from 'sequenzy-contract';
import type * as z from 'zod/mini';

type Path = readonly PropertyKey[];

/**
 * Reads a reply by a schema whose fields are all optional. What does not fit is left out instead of failing:
 * a delivered request must not turn into a failure because the reply has another shape.
 */
export function tolerate<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const reply = isRecord(value) ? value : {};
  const whole = schema.safeParse(reply);
  if (whole.success) return whole.data;
  const rest = structuredClone(reply);
  for (const { path } of whole.error.issues) remove(rest, path);
  const fitting = schema.safeParse(rest);
  if (fitting.success) return fitting.data;
  for (const { path } of fitting.error.issues) remove(rest, path.slice(0, 1));
  return schema.parse(rest);
}

function remove(root: object, path: Path): void {
  const holder = path.slice(0, -1).reduce<unknown>(child, root);
  const last = path.at(-1);
  if (!isObject(holder) || last === undefined) return;
  // The others keep their places: an empty record says that nothing is known of this one.
  if (Array.isArray(holder)) holder[Number(last)] = {};
  else Reflect.deleteProperty(holder, last);
}

function child(value: unknown, part: PropertyKey): unknown {
  return isObject(value) ? Reflect.get(value, part) : undefined;
}
