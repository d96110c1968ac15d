import { type Fault, faultsOf, isObject, parsed } from 'sequenzy-contract';
import type * as z from 'zod/mini';
import type { Body } from './arrival.ts';

export type BodyResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string; readonly faults: readonly Fault[] };

/**
 * Reads a body by a schema. The contract's are strict, to find typing errors before anything is sent;
 * the APIs themselves are assumed to ignore fields they do not know, so they are dropped and the rest is read again.
 */
export function readBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: Body,
): BodyResult<z.output<Schema>> {
  const json = body.json();
  if (!json.ok) return { ok: false, message: `Invalid JSON: ${json.message}`, faults: [] };
  const result = parseTolerantly(schema, json.value);
  if (result.success) return { ok: true, value: result.data };
  const faults = faultsOf(result.error, json.value);
  const [first] = faults;
  const message = first === undefined ? 'Invalid request' : `${first.path} ${first.message}`.trim();
  return { ok: false, message, faults };
}

function parseTolerantly<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.core.util.SafeParseResult<z.output<Schema>> {
  const first = parsed(schema, input);
  if (first.success) return first;
  const unknown = first.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length === 0) return first;
  const copy = structuredClone(input);
  for (const issue of unknown) dropKeys(copy, issue.path, issue.keys);
  return parsed(schema, copy);
}

function dropKeys(root: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const holder = path.reduce<unknown>(
    (value, part) => (isObject(value) ? Reflect.get(value, part) : undefined),
    root,
  );
  if (!isObject(holder)) return;
  for (const key of keys) Reflect.deleteProperty(holder, key);
}
