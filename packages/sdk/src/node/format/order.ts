import { isRecord } from 'sequenzy-contract';
import type { OrderState } from '../../ledger/ledger.ts';

type Status = OrderState['status'];

/** In the order in which an order goes through them. */
export const statuses = [
  'placed',
  'fulfilled',
  'cancelled',
  'refunded',
] as const satisfies Status[];

/**
 * An order's state on its line:
 *
 *     {"n":"1001","e":"0123456789abcdef","s":"placed","a":4999,"u":"USD","r":0,"l":"0123456789abcdef"}
 *
 * n: visible number, absent where there is none. e: salted hash of the e-mail address. s: status. a: total, u: currency,
 * r: refund, both amounts in the currency's smallest unit. l: hash of the lines. Where they are known also t: hash of the
 * lines by title, k: lines with an SKU, m: when the shop changed it last, in milliseconds since 1970.
 */
export function formatOrder(order: OrderState): Record<string, unknown> {
  const { number: n, email: e, status: s, totalCents: a, currency: u, refundCents: r } = order;
  const { lines: l, titles: t, skus: k, updatedAt: m } = order;
  return { n, e, s, a, u, r, l, t, k, m };
}

export function parseOrder(value: unknown): OrderState | undefined {
  if (!isRecord(value)) return undefined;
  const { n: number, e: email, s, a: totalCents, u: currency, r: refundCents, l: lines } = value;
  const status = statuses.find((one) => one === s);
  if (status === undefined || typeof totalCents !== 'number' || typeof refundCents !== 'number') {
    return undefined;
  }
  if (typeof email !== 'string' || typeof currency !== 'string' || typeof lines !== 'string') {
    return undefined;
  }
  const required = { email, status, totalCents, currency, refundCents, lines };
  const { t: titles, k: skus, m: updatedAt } = value;
  if (!isOptional(number, isString) || !isOptional(titles, isString)) return undefined;
  if (!isOptional(skus, isNumber) || !isOptional(updatedAt, isNumber)) return undefined;
  return {
    ...(number !== undefined && { number }),
    ...required,
    ...(titles !== undefined && { titles }),
    ...(skus !== undefined && { skus }),
    ...(updatedAt !== undefined && { updatedAt }),
  };
}

function isOptional<Kind>(
  value: unknown,
  is: (one: unknown) => one is Kind,
): value is Kind | undefined {
  return value === undefined || is(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
