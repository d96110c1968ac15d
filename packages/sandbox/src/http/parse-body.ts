import { type Fault, isObject } from 'sequenzy-contract';
import type * as z from 'zod/mini';
import type { Answer } from './answer.ts';
import type { Body } from './arrival.ts';
import { problem, type ProblemDetail } from './problem.ts';
import { readBody } from './read-body.ts';

export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Answer };

/** Reads a body by one of the contract's schemas, or refuses it as the Sequenzy API would, naming every fault. */
export function parseBody<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: Body,
): Parsed<z.output<Schema>> {
  const result = readBody(schema, body);
  if (result.ok) return result;
  const parsed = body.json();
  const extras = parsed.ok ? { details: detailsOf(result.faults, parsed.value) } : {};
  return { ok: false, refusal: problem(400, result.message, extras) };
}

function detailsOf(faults: readonly Fault[], input: unknown): ProblemDetail[] {
  return faults.map((fault) => {
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
