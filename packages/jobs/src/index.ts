import { lazily } from './job/lazily.ts';

/** Sends a product file, and deletes what is gone where `prune` says so. */
export const syncCatalog = lazily(
  async () => (await import('./catalog/sync/sync-catalog.ts')).syncCatalog,
);

/** Carries out a plan that was reviewed, if nothing has changed since. */
export const applyCatalog = lazily(
  async () => (await import('./catalog/apply/apply-catalog.ts')).applyCatalog,
);

/** Brings back what a sync has changed. */
export const undoCatalog = lazily(
  async () => (await import('./catalog/undo/undo-catalog.ts')).undoCatalog,
);

/** Changes stock and nothing else. */
export const updateStock = lazily(
  async () => (await import('./catalog/stock/update-stock.ts')).updateStock,
);

/** Compares a product file with what Sequenzy holds, and repairs it. */
export const diffCatalog = lazily(
  async () => (await import('./catalog/diff/diff-catalog.ts')).diffCatalog,
);

/** Looks a product file over for damage, and for what would be rejected. */
export const checkCatalog = lazily(
  async () => (await import('./catalog/check/check-catalog.ts')).checkCatalog,
);

/** Reads a product file, and gives back what a sync would send. */
export const previewCatalog = lazily(
  async () => (await import('./catalog/preview/preview-catalog.ts')).previewCatalog,
);

/** Lists the products Sequenzy holds. */
export const listProducts = lazily(
  async () => (await import('./catalog/list/list-products.ts')).listProducts,
);

/** Looks up one product. */
export const getProduct = lazily(
  async () => (await import('./catalog/list/get-product.ts')).getProduct,
);

/** Deletes products by their ids. */
export const deleteProducts = lazily(
  async () => (await import('./catalog/delete/delete-products.ts')).deleteProducts,
);

/** Sends a history of orders with lifetime totals. */
export const backfillOrders = lazily(
  async () => (await import('./orders/backfill/backfill-orders.ts')).backfillOrders,
);

/** Reads subscribers back and compares their totals. */
export const verifyOrders = lazily(
  async () => (await import('./orders/verify/verify-orders.ts')).verifyOrders,
);

/** Looks an order file over. */
export const checkOrders = lazily(
  async () => (await import('./orders/check/check-orders.ts')).checkOrders,
);

/** Acknowledges orders that are gone from the shop. */
export const forgetOrders = lazily(
  async () => (await import('./orders/forget/forget-orders.ts')).forgetOrders,
);

/** Resumes the automations that a backfill which was killed has left paused. */
export const releaseAutomations = lazily(
  async () => (await import('./orders/hold/release-automations.ts')).releaseAutomations,
);

/** Sends single orders, checkouts or back-in-stock requests. */
export const sendEvents = lazily(async () => (await import('./events/send-events.ts')).sendEvents);

/** Erases one customer from all that is stored here. */
export const eraseCustomer = lazily(
  async () => (await import('./privacy/erase-customer.ts')).eraseCustomer,
);

/** Proposes how a file with columns of its own is read. */
export const proposeMapping = lazily(
  async () => (await import('./mapping/propose-mapping.ts')).proposeMapping,
);

/** Reads a file by a mapping, and counts what is wrong. */
export const testMapping = lazily(
  async () => (await import('./mapping/propose-mapping.ts')).testMapping,
);

/** Lists the formats that can be read. */
export const listFormats = lazily(
  async () => (await import('./input/known-sources.ts')).listFormats,
);

/** Lists past runs, the newest first. */
export const listRuns = lazily(async () => (await import('./past/past-runs.ts')).listRuns);

/** Finds one run. */
export const findRun = lazily(async () => (await import('./past/past-runs.ts')).findRun);

/** Looks at a run until it has ended. */
export const watchRun = lazily(async () => (await import('./past/past-runs.ts')).watchRun);

/** Checks key, proxy, company, permissions, reachability and clock. */
export const doctor = lazily(async () => (await import('./account/doctor.ts')).doctor);

/** Looks which of the assumptions about the API hold. */
export const probeContract = lazily(
  async () => (await import('./account/contract/probe-contract.ts')).probeContract,
);

/** Shows which processes of this machine share the quota of the key. */
export const showQuota = lazily(async () => (await import('./account/quota.ts')).showQuota);

/** Runs the feeds of a config one after the other. */
export const runFeeds = lazily(async () => (await import('./shops/run-feeds.ts')).runFeeds);

/** Says of every feed of a config whether it is late or failing. */
export const feedStatus = lazily(async () => (await import('./past/feed-status.ts')).feedStatus);

/** Says what holds for each feed of a config, and where each value comes from. */
export const showConfig = lazily(async () => (await import('./config/show-config.ts')).showConfig);

export type { SyncOptions } from './catalog/sync/sync-options.ts';
export { fetching, orderReading, productReading } from './input/reading-options.ts';
export type { Decisions } from './job/decisions.ts';
export type { JobEvent } from './job/events.ts';
export type { Surroundings } from './job/surroundings.ts';
export type { CustomerStore, EraseReport, ErasedPlace } from './privacy/erase-customer.ts';
export type { FeedReport, FeedsReport } from './shops/feed-report.ts';
export type { BackfillReport } from './orders/backfill/backfill-orders.ts';
export { toldOf, type FailureParts } from './report/advice.ts';
export { exitCodes, type ExitCode } from './report/exit-codes.ts';
export type { SyncReport } from './report/sync-report.ts';
export { UserError } from './report/user-error.ts';
export type { PastRun } from './runs/run-record.ts';
