export { SequenzyCommerce } from './client.ts';
export type { Clock } from './clock.ts';
export type { DeliveryOptions } from './delivery/delivery-options.ts';
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
  Unchanged,
  UpsertResult,
} from './delivery/outcome.ts';
export {
  SequenzyAbortError,
  SequenzyAuthenticationError,
  SequenzyBadRequestError,
  SequenzyConflictError,
  SequenzyConnectionError,
  SequenzyError,
  SequenzyNotFoundError,
  SequenzyPermissionError,
  SequenzyRateLimitError,
  SequenzyServerError,
  SequenzySourceError,
  SequenzyTimeoutError,
  SequenzyValidationError,
  type ErrorCode,
} from './errors.ts';
export type { Ledger, LedgerEntry, LedgerWrite, StockState } from './ledger/ledger.ts';
export type { ClientOptions, RateLimit } from './options.ts';
export { estimateMilliseconds } from './pacing/estimate.ts';
export type { RateLimiter, RateLimiterState, Release } from './pacing/rate-limiter.ts';
export type { AccountResource } from './resources/account.ts';
export type { BackInStock } from './resources/back-in-stock.ts';
export type { CallOptions, ReplayOptions } from './resources/call-options.ts';
export type { Checkouts } from './resources/checkouts.ts';
export type { Orders } from './resources/orders.ts';
export { planProducts } from './resources/plan-products.ts';
export type { ListOptions, Products } from './resources/products.ts';
export type { StockChange } from './resources/stock/stock-change.ts';
export type {
  Hooks,
  Logger,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  WaitEvent,
} from './transport/hooks.ts';
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
  type Variant,
} from 'sequenzy-contract';
