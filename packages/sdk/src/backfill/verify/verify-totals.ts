import type { Subscriber } from 'sequenzy-contract';
import { type CallOptions, SequenzyNotFoundError } from 'sequenzy-transport';
import type { CustomerTotals } from '../totals/customer-totals.ts';
import { compareTotals, type TotalsDifference } from './compare-totals.ts';

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
  /** Customers of the sample without totals (their orders mix currencies), so that there was nothing to compare. */
  readonly withoutTotals: number;
  readonly differences: readonly TotalsDifference[];
}

type Get = (email: string, options: CallOptions) => Promise<Subscriber>;

/** Reads subscribers back and compares. */
export async function verifyTotals(
  totals: CustomerTotals,
  { sample = 20, emails, signal, onDifference }: VerifyOptions,
  get: Get,
): Promise<VerifyResult> {
  const differences: TotalsDifference[] = [];
  let checked = 0;
  let withoutTotals = 0;
  for (const email of emails ?? totals.sample(sample)) {
    const expected = totals.totalsOf(email);
    const currency = totals.currencyOf(email);
    if (expected === undefined || currency === undefined) {
      withoutTotals += 1;
      continue;
    }
    checked += 1;
    const subscriber = await orNobody(get(email, signal === undefined ? {} : { signal }));
    const found: TotalsDifference[] =
      subscriber === undefined
        ? [{ email, field: 'subscriber', expected, actual: undefined }]
        : compareTotals({ email, totals: expected, currency }, subscriber);
    differences.push(...found);
    found.forEach((difference) => onDifference?.(difference));
  }
  return { checked, withoutTotals, differences };
}

async function orNobody(subscriber: Promise<Subscriber>): Promise<Subscriber | undefined> {
  try {
    return await subscriber;
  } catch (error) {
    if (error instanceof SequenzyNotFoundError) return undefined;
    throw error;
  }
}
