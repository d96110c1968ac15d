import { checked, isRecord, plainly, unfit, type Checked } from 'sequenzy-contract';
import type * as z from 'zod/mini';
import { ApiValidationError } from '../errors/api-error.ts';

export type CheckedInput<Input> = Checked<Input>;

/** Holds an input against its schema. A field that is `undefined` counts as absent, as it would in JSON. */
export function checkInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): CheckedInput<z.infer<Schema>> {
  try {
    const record = plainly(schema, input);
    if (record !== unfit) return { record };
    return checked(schema, withoutUndefined(input), input);
  } catch (error) {
    // A getter that throws, an object that holds itself: one such record must not end the others.
    const reason = error instanceof Error ? error.message : String(error);
    return { faults: [{ path: '', message: `cannot be read: ${reason}` }] };
  }
}

/** @throws {ApiValidationError} with every fault; nothing is sent then. */
export function requireInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
  what: string,
): z.infer<Schema> {
  const result = checkInput(schema, input);
  if ('record' in result) return result.record;
  throw new ApiValidationError(`The ${what} does not fit the API`, result.faults);
}

/** The value itself where nothing in it is undefined, so that the usual case copies nothing. */
function withoutUndefined(value: unknown): unknown {
  return hasUndefined(value) ? stripped(value) : value;
}

function hasUndefined(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasUndefined);
  if (!isRecord(value)) return false;
  return Object.keys(value).some((name) => value[name] === undefined || hasUndefined(value[name]));
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, stripped(field)]));
}
