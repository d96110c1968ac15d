import type { DiffReport } from 'sequenzy-jobs/catalog/diff/diff-catalog.ts';
import { emptyOrders } from 'sequenzy-jobs/orders/backfill/empty-orders.ts';
import type { OrdersSummary } from 'sequenzy-jobs/orders/backfill/orders-summary.ts';
import { emptySummary, type Ended } from 'sequenzy-jobs/report/summary.ts';

/** What a command prints with `--json` where nothing came of it: its own document without figures. */
export function emptyDocument(end: Ended, files: readonly string[]): object {
  switch (end.command) {
    case 'catalog sync':
    case 'catalog apply':
    case 'catalog check':
    case 'catalog stock':
      return emptySummary(end, files);
    case 'catalog undo':
      return { ...emptySummary(end, []), undo: null };
    case 'catalog delete':
      return { ...emptySummary(end, []), products: [] };
    case 'catalog diff':
      return emptyDiff(end, files);
    case 'orders backfill':
      return emptyBackfill(end, files);
    case 'orders check':
      return emptyOrders(end, files);
    case 'orders verify':
      return { ...end, totals: null, ...noCustomers, differences: [], warnings: [] };
    case 'orders push':
    case 'checkouts track':
    case 'back-in-stock register':
      return { ...end, records: noEvents, events: [], warnings: [] };
    default:
      return { ...end, warnings: [] };
  }
}

const noCustomers = { customers: 0, checked: 0, withoutTotals: 0 };
const noEvents = { read: 0, accepted: 0, rejected: 0, unknown: 0, notAttempted: 0 };

function emptyBackfill(end: Ended, files: readonly string[]): OrdersSummary {
  return {
    ...emptyOrders(end, files),
    events: { placed: 0, cancelled: 0, fulfilled: 0, refunded: 0 },
    stored: null,
    changes: {
      created: 0,
      changed: 0,
      changedIn: { status: 0, total: 0, refund: 0, currency: 0, lines: 0 },
      held: 0,
      heldById: 0,
      heldEarlier: 0,
      moved: 0,
    },
    customers: 0,
    mixedCurrencyCustomers: [],
    incompleteCustomers: [],
    hold: null,
  };
}

function emptyDiff(end: Ended, files: readonly string[]): DiffReport {
  return {
    ...end,
    command: 'catalog diff',
    source: { files, format: null, recognition: null },
    counts: { same: 0, different: 0, new: 0, missing: 0, rejected: 0 },
    products: [],
    rejects: [],
    repair: null,
    durationMs: 0,
    warnings: [],
  };
}
