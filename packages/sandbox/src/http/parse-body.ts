import { faultsOf } from 'sequenzy-contract';
import type * as z from 'zod/mini';
import type { Answer } from './answer.ts';
import type { Body } from './arrival.ts';
import { problem, type ProblemDetail } from './problem.ts';

export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Answer };

/**
 * Reads a body by one of the contract's schemas. Those are strict, to find typing errors before anything is sent;
 * the API itself is assumed to ignore fields it does not know, so they are dropped and the rest is read again.
 */
export function parseBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: Body,
): Parsed<z.output<Schema>> {
  const parsed = body.json();
  if (!parsed.ok) {
    return { ok: false, refusal: problem(400, `Invalid JSON: ${parsed.message}`) };
  }
  const result = parseTolerantly(schema, parsed.value);
  if (result.success) return { ok: true, value: result.data };
  const details = detailsOf(result.error, parsed.value);
  const [first] = details;
  const message = first === undefined ? 'Invalid request' : `${first.path} ${first.message}`.trim();
  return { ok: false, refusal: problem(400, message, { details }) };
}

function parseTolerantly<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.core.util.SafeParseResult<z.output<Schema>> {
  const first = schema.safeParse(input);
  if (first.success) return first;
  const unknown = first.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length === 0) return first;
  const copy = structuredClone(input);
  for (const issue of unknown) dropKeys(copy, issue.path, issue.keys);
  return schema.safeParse(copy);
}

function dropKeys(root: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const holder = path.reduce<unknown>(
    (value, part) => (isObject(value) ? Reflect.get(value, part) : undefined),
    root,
  );
  if (!isObject(holder)) return;
  for (const key of keys) Reflect.deleteProperty(holder, key);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function detailsOf(error: z.core.$ZodError, input: unknown): ProblemDetail[] {
  return faultsOf(error, input).map((fault) => {
    const position = /^products\[(\d+)\]/.exec(fault.path)?.[1];
    return { ...(position === undefined ? {} : locate(input, Number(position))), ...fault };
  });
}

/** Which product of the request a fault belongs to. */
function locate(input: unknown, index: number): { index: number; productId?: string } {
  const products: unknown = isObject(input) ? Reflect.get(input, 'products') : undefined;
  const product: unknown = Array.isArray(products) ? products[index] : undefined;
  const productId: unknown = isObject(product) ? Reflect.get(product, 'productId') : undefined;
  return typeof productId === 'string' ? { index, productId } : { index };
}
