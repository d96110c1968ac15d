import { faultsOf, type Fault } from 'sequenzy-contract';
import type * as z from 'zod/mini';
import { SequenzyValidationError } from '../errors.ts';

export type CheckedInput<Input> =
  { readonly record: Input } | { readonly faults: readonly Fault[] };

/** Holds an input against its schema. A field that is `undefined` counts as absent, as it would in JSON. */
export function checkInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): CheckedInput<z.infer<Schema>> {
  try {
    const result = schema.safeParse(withoutUndefined(input));
    return result.success ? { record: result.data } : { faults: faultsOf(result.error, input) };
  } catch (error) {
    // A getter that throws, an object that holds itself: one such record must not end the others.
    const reason = error instanceof Error ? error.message : String(error);
    return { faults: [{ path: '', message: `cannot be read: ${reason}` }] };
  }
}

/** @throws {SequenzyValidationError} with every fault; nothing is sent then. */
export function requireInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
  what: string,
): z.infer<Schema> {
  const checked = checkInput(schema, input);
  if ('record' in checked) return checked.record;
  throw new SequenzyValidationError(`The ${what} does not fit the API`, checked.faults);
}

/** The value itself where nothing in it is undefined, so that the usual case copies nothing. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withoutUndefined);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => [name, withoutUndefined(field)] as const);
  const same =
    kept.length === Object.keys(value).length &&
    kept.every(([name, field]) => field === value[name]);
  return same ? value : Object.fromEntries(kept);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
