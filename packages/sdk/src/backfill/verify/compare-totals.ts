import { formatMoney, type Subscriber } from 'sequenzy-contract';
import type { LifetimeTotals } from '../backfill-options.ts';
import { carriedOn } from '../totals/carried-on.ts';

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
  /** Correct as well, each as a whole. */
  readonly also: Iterable<LifetimeTotals>;
  readonly currency: string;
  /** What the customer's orders are in: each carries the totals with its own decimals. */
  readonly orders: Iterable<string>;
}

/**
 * Holds a profile against the totals. Sequenzy is taken to keep money in main units of the currency, as a number or as
 * text (the reference names the attributes, not their unit).
 */
export function compareTotals(
  { also, ...expected }: Expected,
  subscriber: Subscriber,
): TotalsDifference[] {
  const differences = differencesFrom(expected, subscriber);
  const isOther = [...also].some(
    (totals) => differencesFrom({ ...expected, totals }, subscriber).length === 0,
  );
  return isOther ? [] : differences;
}

function differencesFrom(
  { email, totals, currency, orders }: Omit<Expected, 'also'>,
  { attributes }: Subscriber,
): TotalsDifference[] {
  const fields = fieldsOf(totals, currency);
  const possible = [
    fields,
    ...[...orders].map((code) => fieldsOf(carriedOn(code, totals, currency), code)),
  ];
  const names = ['ordersCount', 'totalSpent', 'ltv'] as const;
  return names
    .map((field) => ({ email, field, expected: fields[field], actual: attributes?.[field] }))
    .filter(({ field, actual }) => !possible.some((one) => isSame(one[field], actual)));
}

function fieldsOf({ ordersCount, totalSpentCents }: LifetimeTotals, currency: string) {
  const spent = Number(formatMoney(totalSpentCents, currency));
  return { ordersCount, totalSpent: spent, ltv: spent };
}

function isSame(expected: number, actual: unknown): boolean {
  if (typeof actual === 'string') return actual.trim() !== '' && Number(actual) === expected;
  return actual === expected;
}
