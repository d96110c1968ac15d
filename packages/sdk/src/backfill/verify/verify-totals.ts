import type { CallOptions } from 'sequenzy-transport';
import { requireIterable } from '../../delivery/require-iterable.ts';
import { ifThere } from '../../answers/if-there.ts';
import type { BackfillClient } from '../backfill.ts';
import type { LifetimeTotals, TotalsLookup } from '../backfill-options.ts';
import { requireTotals } from '../totals/lookup.ts';
import { compareTotals, type TotalsDifference } from './compare-totals.ts';

/** Totals that orders have carried, and whom: `CustomerTotals`, or a table of the shop's own. */
export interface SentTotals extends TotalsLookup {
  /** What `totalSpentCents` is in; `undefined` for an address without totals. */
  currencyOf(email: string): string | undefined;
  /** What the customer's orders are in, where some may have fewer decimals than the totals. */
  currenciesOf?(email: string): Iterable<string>;
  /** Totals of the customer by other rules that orders have carried: they are correct as well. Default: none. */
  alsoCorrect?(email: string): Iterable<LifetimeTotals>;
  /** Addresses of at most so many customers. */
  sample(count: number): Iterable<string>;
}

export interface VerifyOptions extends CallOptions {
  /** Customers to look at, drawn from those the totals have kept. One request each. Default: 20. */
  readonly sample?: number;
  /** Look at these addresses instead. */
  readonly emails?: Iterable<string>;
  /** Called for every difference as it is found. */
  readonly onDifference?: (difference: TotalsDifference) => void;
}

export interface VerifyResult {
  /** Customers that were looked at. */
  readonly checked: number;
  /** Customers of the sample without totals, such as those whose orders mix currencies, so that there was nothing to compare. */
  readonly withoutTotals: number;
  readonly differences: readonly TotalsDifference[];
}

/**
 * Reads subscribers back, one request each, and compares `ordersCount`, `totalSpent` and `ltv` with the totals.
 * Orders are queued by the server: give it some seconds after a backfill.
 *
 * @throws {SequenzyError} when a subscriber cannot be read.
 * @example
 * const { totals } = await backfill(sequenzy, orders, { totals: 'computed' });
 * if (totals) console.table((await verifyTotals(sequenzy, totals, { sample: 50 })).differences);
 */
export async function verifyTotals(
  { subscribers }: Pick<BackfillClient, 'subscribers'>,
  totals: SentTotals,
  { sample = 20, emails, onDifference, ...call }: VerifyOptions = {},
): Promise<VerifyResult> {
  if (emails !== undefined) requireIterable(emails, 'emails');
  const differences: TotalsDifference[] = [];
  let checked = 0;
  let withoutTotals = 0;
  for (const email of emails ?? totals.sample(sample)) {
    const expected = requireTotals(totals.totalsOf(email));
    const currency = totals.currencyOf(email);
    if (expected === undefined || currency === undefined) {
      withoutTotals += 1;
      continue;
    }
    checked += 1;
    const subscriber = await ifThere(subscribers.get(email, call));
    const found: TotalsDifference[] =
      subscriber === undefined
        ? [{ email, field: 'subscriber', expected, actual: undefined }]
        : compareTotals(
            {
              email,
              totals: expected,
              also: totals.alsoCorrect?.(email) ?? [],
              currency,
              orders: totals.currenciesOf?.(email) ?? [],
            },
            subscriber,
          );
    differences.push(...found);
    found.forEach((difference) => onDifference?.(difference));
  }
  return { checked, withoutTotals, differences };
}
