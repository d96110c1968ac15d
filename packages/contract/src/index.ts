export {
  readAccount,
  readSubscriberReply,
  readSubscriber,
  type Account,
  type Subscriber,
} from './api/account.ts';
export {
  sequenceSchema,
  sequenceStates,
  type Sequence,
  type SequenceState,
} from './api/automation.ts';
export {
  readBackInStockReply,
  backInStockRequestSchema,
  type BackInStockReply,
  type BackInStockRequest,
} from './api/back-in-stock.ts';
export {
  readCheckoutReply,
  checkoutSchema,
  type Checkout,
  type CheckoutReply,
} from './api/checkout.ts';
export { systemClock, type Clock } from './values/clock.ts';
export { turn } from './values/turn.ts';
export { customerSchema, itemSchema, type Customer, type Item } from './api/customer.ts';
export { divideHalfEven } from './values/divide-half-even.ts';
export { checked, parsed, type Checked } from './values/checked.ts';
export { faultsOf, formatPath, type Fault } from './values/faults.ts';
export { hash64, hash64OfAll, hash64OfAscii, type Hash64 } from './values/hash64.ts';
export { KeySet } from './values/key-set.ts';
export { classMark, isInstanceOf } from './values/class-mark.ts';
export { isObject, isRecord } from './values/json.ts';
export { apiPath, defaultOrigin, limits } from './api/limits.ts';
export { bareUrl, namedAddress, type NamedAddress } from './api/address.ts';
export { currencyExponent, formatMoney, parseMoney, type MoneyResult } from './values/money.ts';
export {
  readOrderReply,
  orderSchema,
  orderStatuses,
  type Order,
  type OrderReply,
} from './api/order.ts';
export { readProblem, type Problem } from './api/problem.ts';
export {
  readProductListReply,
  readProductReply,
  productSchema,
  providers,
  readStoredProduct,
  variantSchema,
  type Product,
  type Provider,
  type StoredProduct,
  type StoredVariant,
  type Variant,
  type VariantOption,
} from './api/product.ts';
export type { JsonObject } from './api/fields.ts';
export {
  eventBulkSchema,
  eventImportSchema,
  historyAfterMilliseconds,
  oldestEventYears,
  readEventImportReply,
  subscriberEventSchema,
  type EventImportReply,
  type ImportedEvent,
} from './api/subscriber-event.ts';
export { plainly, unfit } from './values/plain-reader.ts';
export { secretPattern } from './values/secret.ts';
export { shortened } from './values/shortened.ts';
export { addressPattern, mentionsAddress } from './values/address-in-text.ts';
export { addressInShop, webAddress, withoutCredentials } from './values/web-address.ts';
export {
  joined,
  option,
  optionsIn,
  programWording,
  say,
  worded,
  type OptionUse,
  type Wording,
  type Words,
} from './values/words.ts';
export { number } from './values/number.ts';
export { Secrets } from './values/secrets.ts';
export { isFull, reasonOf, systemCode } from './values/system-error.ts';
