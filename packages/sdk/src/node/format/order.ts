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
 * r: refund, both amounts in the currency's smallest unit. l: hash of the lines.
 */
export function formatOrder(order: OrderState): Record<string, unknown> {
  const { number: n, email: e, status: s, totalCents: a, currency: u, refundCents: r } = order;
  return { n, e, s, a, u, r, l: order.lines };
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
  const known = { email, status, totalCents, currency, refundCents, lines };
  if (number === undefined) return known;
  return typeof number === 'string' ? { number, ...known } : undefined;
}
