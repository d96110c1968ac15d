import type { VerifyResult } from 'sequenzy-commerce';
import type { Io } from '../../job/io.ts';
import { UserError } from '../../report/user-error.ts';
import type { Connection } from '../../connect/connection.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { totalsOptions, type TotalsOptions, type TotalsWishes } from '../totals/backfill-totals.ts';
import { openOrderFiles } from '../../input/order-choices.ts';
import { OrderHistory } from '../history/order-history.ts';
import { requireWholeFiles } from '../history/partial-history.ts';
import type { SentEarlier } from '../totals/sent-earlier.ts';
import { sentTotals } from '../totals/sent-totals.ts';
import type { TotalsChoice } from '../totals/totals-choice.ts';
import { warningsOf } from '../totals/warnings.ts';
import type { ChooseSource } from '../../job/sync-listener.ts';

export interface VerifyRunOptions extends TotalsWishes {
  /** Customers to look at. */
  readonly sample: number;
  /** Compare although computed totals lack pages, or faulty orders that nobody is known to have placed. */
  readonly partialHistory: boolean;
}

export interface VerifyReport extends VerifyResult {
  /** Where the totals come from that were compared. */
  readonly totals: Exclude<TotalsChoice, 'none'> | 'export';
  /** Customers in the files. */
  readonly customers: number;
}

export interface VerifyMeans {
  readonly io: Io;
  readonly client: Connection['client'];
  readonly warn: (sentence: string) => void;
  readonly choose: ChooseSource;
  /** What was sent of these orders before. */
  readonly sentEarlier: (orders: OrderHistory) => Promise<SentEarlier>;
}

/**
 * Makes the totals that a backfill with the same options has sent, reads a sample of subscribers back, and compares.
 * Where nothing is said they are the platform's own if the files carry them, else computed.
 */
export async function verifyOrders(
  { sample, partialHistory, ...wishes }: VerifyRunOptions,
  { io, client, warn, choose, sentEarlier }: VerifyMeans,
): Promise<VerifyReport> {
  if (wishes.totals === 'none') {
    throw new UserError('usage', '--totals none: then there is nothing to compare with');
  }
  const orders = await openOrderFiles(wishes.input, io, choose);
  try {
    for (const sentence of orders.warnings) warn(sentence);
    const history = await OrderHistory.of(orders, new Rejections(0, undefined));
    const ask = (): Promise<TotalsChoice> => Promise.resolve('computed');
    const options = await totalsOptions(wishes, orders, history, { io, ask });
    const earlier = await sentEarlier(history);
    if (options.totals === 'computed' && !partialHistory) requireWholeFiles(history, earlier);
    const totals = await sentTotals(history, options, { sampleSize: sample, earlier });
    if (earlier.moved.size > 0) warn(movedWarning(earlier));
    for (const sentence of warningsOf(totals.without, history, options)) warn(sentence);
    const signal = io.interruption;
    const result = await client.orders.verify(totals, { sample, signal });
    return { ...result, customers: totals.customers, totals: nameOf(options) };
  } finally {
    await orders.close();
  }
}

function movedWarning({ moved }: SentEarlier): string {
  const lost = [...moved.values()].filter((address) => address === undefined).length;
  const orders = moved.size === 1 ? '1 order has' : `${String(moved.size)} orders have`;
  const rest =
    lost === 0
      ? ''
      : ` The old address of ${String(lost)} of them is not in the files, and cannot be compared.`;
  return `${orders} another e-mail address than when sent, and ${moved.size === 1 ? 'counts' : 'count'} for the old one.${rest}`;
}

function nameOf({ totals }: TotalsOptions): VerifyReport['totals'] {
  if (typeof totals === 'object') return 'export';
  return totals === 'given' ? 'columns' : 'computed';
}
