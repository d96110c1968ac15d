import { formatMoney, type Subscriber } from 'sequenzy-contract';
import type { LifetimeTotals } from '../backfill-options.ts';

/** Something Sequenzy has otherwise than the totals. */
export interface TotalsDifference {
  readonly email: string;
  /** `subscriber`: there is none with the address. */
  readonly field: 'subscriber' | 'ordersCount' | 'totalSpent' | 'ltv';
  /** Money in main units: 19.99. */
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What a customer's totals should be. */
export interface Expected {
  readonly email: string;
  readonly totals: LifetimeTotals;
  readonly currency: string;
}

/**
 * Holds a profile against the totals. Sequenzy is taken to keep money in main units of the currency, as a number or as
 * text (the reference names the attributes, not their unit).
 */
export function compareTotals(
  { email, totals, currency }: Expected,
  { attributes }: Subscriber,
): TotalsDifference[] {
  const spent = Number(formatMoney(totals.totalSpentCents, currency));
  const fields = { ordersCount: totals.ordersCount, totalSpent: spent, ltv: spent };
  const names = ['ordersCount', 'totalSpent', 'ltv'] as const;
  return names
    .map((field) => ({ email, field, expected: fields[field], actual: attributes?.[field] }))
    .filter(({ expected, actual }) => !isSame(expected, actual));
}

function isSame(expected: number, actual: unknown): boolean {
  if (typeof actual === 'string') return actual.trim() !== '' && Number(actual) === expected;
  return actual === expected;
}
