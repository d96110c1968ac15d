export type {
  BackfillOptions,
  LifetimeTotals,
  OrderStatus,
  TotalsLookup,
} from './backfill/backfill-options.ts';
export type {
  BackfillPlan,
  BackfillResult,
  EventCounts,
  BackfillNotices,
} from './backfill/backfill-result.ts';
export { SequenzyBoundError } from './backfill/bounds/bound-error.ts';
export type { DailyWindow } from './backfill/bounds/daily-window.ts';
export type { OrderChanges } from './backfill/known/order-changes.ts';
export type { OrderFacts } from './backfill/order-facts.ts';
export type { FaultyOrder, OrderSource, StoredOrders } from './backfill/order-source.ts';
export { Doubts } from './backfill/sending/doubts.ts';
export { SequenzyPartialHistoryError } from './backfill/partial-history-error.ts';
export { planBackfill } from './backfill/plan-backfill.ts';
export { CustomerTotals } from './backfill/totals/customer-totals.ts';
export { rulesSent } from './backfill/totals/rules-sent.ts';
export type { TotalsRule } from './backfill/totals/totals-rule.ts';
export type { ExchangeRates } from './backfill/totals/exchange-rates.ts';
export { sentFor, type SentFor, type WithheldOrders } from './backfill/verify/sent-for.ts';
export type { SentTotals, VerifyResult } from './backfill/verify/verify-totals.ts';
export { SequenzyCommerce } from './client/client.ts';
export type { DeliveryOptions } from './delivery/delivery-options.ts';
export { keptFields, type KeptField } from './delivery/kept-fields.ts';
export type {
  DeliveryResult,
  Difference,
  Outcome,
  Progress,
  Rejected,
  RequestCounts,
  StockCounts,
  Unknown,
  UpsertResult,
} from './delivery/outcome.ts';
export type { Ledger, LedgerEntry, LedgerWrite, OrderState } from './ledger/ledger.ts';
export type { ClientOptions } from './client/options.ts';
export { estimateMilliseconds } from './pacing/estimate.ts';
export { compareProduct } from './resources/compare-product.ts';
export { planProducts } from './resources/plan-products.ts';
export type { ProductPlan } from './resources/products.ts';
export type { StockChange } from './resources/stock/stock-change.ts';
export {
  limits,
  type Account,
  type BackInStockReply,
  type BackInStockRequest,
  type Checkout,
  type Clock,
  type CheckoutReply,
  type Customer,
  type Fault,
  type Item,
  type Order,
  type OrderReply,
  type Product,
  type Provider,
  type StoredProduct,
  type Subscriber,
  type Variant,
} from 'sequenzy-contract';
export {
  SequenzyError,
  SequenzyAbortError,
  SequenzyAnswerError,
  SequenzyAuthenticationError,
  SequenzyBadRequestError,
  SequenzyConflictError,
  SequenzyConnectionError,
  SequenzyNotFoundError,
  SequenzyPermissionError,
  SequenzyRateLimitError,
  SequenzyServerError,
  SequenzyTimeoutError,
  SequenzyValidationError,
} from './errors/errors.ts';
export { SequenzySourceError } from './errors/source-error.ts';
export type { ErrorCode, Hooks, Logger, RateLimiter, RateLimiterState } from 'sequenzy-transport';
