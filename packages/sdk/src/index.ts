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
export { pacedFetch, type PacedFetchOptions } from './client/paced-fetch.ts';
export { estimateMilliseconds } from './pacing/estimate.ts';
export { compareProduct } from './resources/compare-product.ts';
export { planProducts } from './resources/plan-products.ts';
export type { ProductPlan } from './resources/products.ts';
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
  type JsonObject,
  type Order,
  type OrderReply,
  type Product,
  type Provider,
  type StoredProduct,
  type Subscriber,
  type Variant,
  type VariantOption,
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
  Answer,
  ApiPromise,
  CallOptions,
  ErrorCode,
  Hooks,
  Logger,
  LogLevel,
  Priority,
  Quota,
  RateLimiter,
  RateLimiterFactory,
  RateLimiterState,
  ReplayOptions,
  Transport,
  WithResponse,
} from 'sequenzy-transport';
