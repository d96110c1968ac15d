import { noRecords, type Ended } from '../../report/summary.ts';
import type { CheckedOrders } from './orders-summary.ts';

/** Of `orders check`. */
export function emptyOrders(end: Ended, files: readonly string[]): CheckedOrders {
  const nothing = { rows: 0, orders: 0, items: 0, skipped: [], leftOut: 0 };
  return {
    ...end,
    source: { files, format: null, recognition: null, ...nothing },
    records: noRecords,
    requests: { sent: 0, retried: 0, rateLimited: 0 },
    backInStockEventsTriggered: 0,
    durationMs: 0,
    rejectsFile: null,
    warnings: [],
  };
}
