import { type VerifyResult, verifyTotals } from 'sequenzy-commerce/backfill';
import { connect, type ConnectionOptions } from '../../connect/connection.ts';
import { demandFiles, openOrders } from '../../input/records/open-records.ts';
import type { TotalsChoice } from '../../job/decisions.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { Rejections } from '../../rejects/rejections.ts';
import { exitCodes, type ExitCode } from '../../report/exit-codes.ts';
import { UserError } from '../../report/user-error.ts';
import { OrderHistory } from '../history/order-history.ts';
import { requireWholeFiles } from '../history/partial-history.ts';
import {
  totalsOptions,
  type TotalsOptions,
  type TotalsSettings,
} from '../totals/totals-settings.ts';
import { sentEarlier, type SentEarlier } from '../totals/sent-earlier.ts';
import { sentTotals } from '../totals/sent-totals.ts';
import { warningsOf } from '../totals/warnings.ts';
import { option } from 'sequenzy-contract';

export interface VerifyRunOptions extends TotalsSettings {
  /** Customers to look at. Default: 20. */
  readonly sample?: number | undefined;
  /** Compare although computed totals lack pages, or faulty orders that nobody is known to have placed. */
  readonly partialHistory?: boolean | undefined;
  readonly connection?: ConnectionOptions | undefined;
  readonly stateDir?: string | undefined;
}

export interface VerifyReport extends VerifyResult {
  readonly status: 'completed' | 'partial';
  readonly exitCode: ExitCode;
  /** Where the totals come from that were compared. */
  readonly totals: Exclude<TotalsChoice, 'none'> | 'export';
  /** Customers in the files. */
  readonly customers: number;
  readonly warnings: readonly string[];
}

/**
 * Makes the totals that a backfill with the same options has sent, reads a sample of subscribers back, and compares.
 * Where nothing is said they are the platform's own if the files carry them, else computed.
 *
 * @example
 *   const { differences } = await verifyOrders({ files: ['orders.csv'], sample: 50 });
 */
export function verifyOrders(
  {
    sample = 20,
    partialHistory = false,
    connection: how = {},
    stateDir,
    ...wishes
  }: VerifyRunOptions,
  surroundings: Surroundings = {},
): Promise<VerifyReport> {
  return withJob(undefined, surroundings, async (job) => {
    const { io, signal, warn } = job;
    await demandFiles(wishes, job);
    const { client } = await connect(how, job);
    if (wishes.totals === 'none') {
      throw new UserError('usage', 'then there is nothing to compare with', undefined, {
        place: { option: option('totals', 'none') },
      });
    }
    const orders = job.use(await openOrders({ ...wishes, connection: how }, job));
    for (const sentence of orders.warnings) warn(sentence);
    const history = await OrderHistory.of(orders, new Rejections(0, undefined));
    const options = await totalsOptions(wishes, orders, history, { io, ask: () => 'computed' });
    const earlier = await sentEarlier(history, stateDir, how, job);
    if (options.totals === 'computed' && !partialHistory) requireWholeFiles(history, earlier);
    const totals = await sentTotals(history, options, { sampleSize: sample, earlier });
    if (earlier.moved.size > 0) warn(movedWarning(earlier));
    for (const sentence of warningsOf(totals.without, history, options)) warn(sentence);
    const result = await verifyTotals(client, totals, { sample, signal });
    const { customers } = totals;
    const isDifferent = result.differences.length > 0;
    return {
      status: isDifferent ? 'partial' : 'completed',
      exitCode: isDifferent ? exitCodes.rejected : exitCodes.ok,
      ...{ ...result, customers, totals: nameOf(options), warnings: job.warnings },
    };
  });
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
