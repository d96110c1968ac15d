export {
  accountSchema,
  subscriberReplySchema,
  subscriberSchema,
  type Account,
  type Subscriber,
} from './account.ts';
export {
  backInStockReplySchema,
  backInStockRequestSchema,
  type BackInStockReply,
  type BackInStockRequest,
} from './back-in-stock.ts';
export {
  checkoutReplySchema,
  checkoutSchema,
  type Checkout,
  type CheckoutReply,
} from './checkout.ts';
export { systemClock, type Clock } from './clock.ts';
export { customerSchema, itemSchema, type Customer, type Item } from './customer.ts';
export { divideHalfEven } from './divide-half-even.ts';
export { faultsOf, formatPath, type Fault } from './faults.ts';
export { hash64, type Hash64 } from './hash64.ts';
export { isObject, isRecord } from './json.ts';
export { apiPath, defaultOrigin, limits } from './limits.ts';
export { currencyExponent, formatMoney, parseMoney, type MoneyResult } from './money.ts';
export {
  orderReplySchema,
  orderSchema,
  orderStatuses,
  type Order,
  type OrderReply,
} from './order.ts';
export { problemSchema, type Problem } from './problem.ts';
export {
  deleteReplySchema,
  productListReplySchema,
  productReplySchema,
  productSchema,
  providers,
  storedProductSchema,
  upsertReplySchema,
  variantSchema,
  type Product,
  type Provider,
  type StoredProduct,
  type StoredVariant,
  type Variant,
} from './product.ts';
export { secretPattern } from './secret.ts';
export { shortened } from './shortened.ts';
export { addressInShop, webAddress, withoutCredentials } from './web-address.ts';
