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
  SourceFindings,
} from './backfill/backfill-result.ts';
export { SequenzyBoundError } from './backfill/bounds/bound-error.ts';
export type { DailyWindow } from './backfill/bounds/daily-window.ts';
export type { OrderChanges } from './backfill/known/order-changes.ts';
export type { OrderFacts } from './backfill/order-facts.ts';
export type {
  FaultyOrder,
  OrderIterable,
  OrderSource,
  StoredOrders,
} from './backfill/order-source.ts';
export { Doubts } from './backfill/sending/doubts.ts';
export { SequenzyPartialHistoryError } from './backfill/partial-history-error.ts';
export type { HistoryComparison } from './backfill/survey/compare-history.ts';
export { planBackfill } from './backfill/plan-backfill.ts';
export {
  CustomerTotals,
  type CountedOrder,
  type CustomerTotalsOptions,
} from './backfill/totals/customer-totals.ts';
export { rulesSent } from './backfill/totals/rules-sent.ts';
export { totalsRules, type TotalsRule } from './backfill/totals/totals-rule.ts';
export type { ExchangeRates } from './backfill/totals/exchange-rates.ts';
export type { TotalsDifference } from './backfill/verify/compare-totals.ts';
export type { SentTotals, VerifyOptions, VerifyResult } from './backfill/verify/verify-totals.ts';
export { SequenzyCommerce } from './client/client.ts';
export type { DeliveryOptions, StockReads } from './delivery/delivery-options.ts';
export { keptFields, type KeptField } from './delivery/kept-fields.ts';
export type {
  Accepted,
  ChangeCounts,
  DeliveryResult,
  Difference,
  NotAttempted,
  Outcome,
  Progress,
  RecordCounts,
  Rejected,
  RequestCounts,
  StockCounts,
  Unchanged,
  Unknown,
  UpsertResult,
} from './delivery/outcome.ts';
export type {
  Ledger,
  LedgerEntry,
  LedgerNotes,
  LedgerWrite,
  OrderState,
  StockState,
} from './ledger/ledger.ts';
export type { ClientOptions } from './client/options.ts';
export { estimateMilliseconds } from './pacing/estimate.ts';
export type { AccountResource } from './resources/account.ts';
export type { BackInStock } from './resources/back-in-stock.ts';
export type { Checkouts } from './resources/checkouts.ts';
export type { Orders } from './resources/orders.ts';
export { compareProduct } from './resources/compare-product.ts';
export { planProducts } from './resources/plan-products.ts';
export type { ListOptions } from './resources/list-products.ts';
export type { DeleteOptions } from './resources/delete-product.ts';
export type { Products } from './resources/products.ts';
export type { Subscribers } from './resources/subscribers.ts';
export type { StockChange } from './resources/stock/stock-change.ts';
export {
  backInStockRequestSchema,
  checkoutSchema,
  customerSchema,
  itemSchema,
  limits,
  orderSchema,
  productSchema,
  variantSchema,
  type Account,
  type BackInStockReply,
  type BackInStockRequest,
  type Checkout,
  type CheckoutReply,
  type Customer,
  type Fault,
  type Item,
  type Order,
  type OrderReply,
  type Product,
  type Provider,
  type StoredProduct,
  type StoredVariant,
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
export type {
  CallOptions,
  Clock,
  ErrorCode,
  Hooks,
  Logger,
  RateLimit,
  RateLimiter,
  RateLimiterState,
  Release,
  ReplayOptions,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  WaitEvent,
} from 'sequenzy-transport';
