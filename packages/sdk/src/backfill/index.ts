export { backfill } from './backfill.ts';
export type {
  BackfillOptions,
  LifetimeTotals,
  OrderStatus,
  TotalsFunction,
  TotalsLookup,
} from './backfill-options.ts';
export type {
  BackfillPlan,
  BackfillResult,
  EventCounts,
  BackfillNotices,
  StoredHistory,
} from './backfill-result.ts';
export { SequenzyBoundError } from './bounds/bound-error.ts';
export type { DailyWindow } from './bounds/daily-window.ts';
export { importEvents } from './imports/import-events.ts';
export type { EventImportReply, ImportedEvent } from 'sequenzy-contract';
export type { OrderChanges } from './known/order-changes.ts';
export type { OrderFacts } from './order-facts.ts';
export type { FaultyOrder, OrderSource, StoredOrders } from './order-source.ts';
export { Doubts } from './sending/doubts.ts';
export { SequenzyPartialHistoryError } from './partial-history-error.ts';
export { addressHash } from '../ledger/addresses.ts';
export { erasureKeys, Erasures, isErasure } from '../ledger/erasures.ts';
export { planBackfill } from './plan-backfill.ts';
export {
  pushChanged,
  type PushChangedOptions,
  type PushClient,
  type PushOutcome,
} from './push-changed.ts';
export { CustomerTotals } from './totals/customer-totals.ts';
export { rulesSent } from './totals/rules-sent.ts';
export type { TotalsRule } from './totals/totals-rule.ts';
export type { ExchangeRates } from './totals/exchange-rates.ts';
export { sentFor, type SentFor, type WithheldOrders } from './verify/sent-for.ts';
export {
  verifyTotals,
  type SentTotals,
  type VerifyOptions,
  type VerifyResult,
} from './verify/verify-totals.ts';
export { SequenzySourceError } from '../errors/source-error.ts';
