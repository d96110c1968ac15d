import type { OrdersSummary } from 'sequenzy-jobs/orders/backfill/orders-summary.ts';
import { flagWording } from '../terminal/flags.ts';

type Source = Pick<OrdersSummary['source'], 'skipped'>;

/** A summary as `--json` prints it: the options that include skipped orders are flags. */
export function withFlags<Summary extends { readonly source: Source }>(summary: Summary): Summary {
  const skipped = summary.source.skipped.map(({ option, ...one }) =>
    option === undefined ? one : { ...one, option: flagWording({ option }) },
  );
  return { ...summary, source: { ...summary.source, skipped } };
}
