import type * as z from 'zod/mini';
import { faultsOf, genericMessage, type Fault } from './faults.ts';
import { plainly, unfit } from './plain-reader.ts';

/** A value that fits its schema, or all that is wrong with it. */
export type Checked<Value> = { readonly record: Value } | { readonly faults: readonly Fault[] };

/**
 * Holds a value against its schema.
 *
 * @param found What the faults show, where the value is a copy of it. Default: the value.
 */
export function checked<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  found: unknown = value,
): Checked<z.infer<Schema>> {
  const record = plainly(schema, value);
  if (record !== unfit) return { record };
  const result = parsed(schema, value);
  return result.success ? { record: result.data } : { faults: faultsOf(result.error, found) };
}

/** What the schema itself says, for {@link faultsOf}: a program that loads all of zod has other sentences. */
export function parsed<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.core.util.SafeParseResult<z.output<Schema>> {
  return schema.safeParse(value, { error: () => genericMessage });
}
