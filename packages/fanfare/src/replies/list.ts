import { tolerate } from 'sequenzy-transport';
import type * as z from 'zod/mini';

/** The items of an answer: a bare array, or a list under the first of these names that holds one; else none. */
export function listIn<Schema extends z.ZodMiniType>(
  item: Schema,
  json: unknown,
  ...names: readonly string[]
): z.infer<Schema>[] {
  return (itemsIn(json, ...names) ?? []).map((one) => tolerate(item, one));
}

/** The same as the server wrote them; undefined where the answer holds no list. */
export function itemsIn(json: unknown, ...names: readonly string[]): unknown[] | undefined {
  if (Array.isArray(json)) return json as unknown[]; // of what, nobody knows
  if (typeof json !== 'object' || json === null) return undefined;
  return names
    .map((name): unknown => Reflect.get(json, name))
    .find((value): value is unknown[] => Array.isArray(value));
}
