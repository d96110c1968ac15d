import { amount } from './amount.ts';

/** An order to put into the account. Amounts are whole cents, times ISO 8601. */
export interface CheckoutChampSeed {
  /** Ten hex digits: `orderId` and `clientOrderId`. */
  readonly orderId: string;
  /** The number that webhooks call it by. */
  readonly actualOrderId: number;
  readonly at: string;
  /** Default: `at`. */
  readonly updatedAt?: string;
  /** Default: `COMPLETE`. */
  readonly status?: 'COMPLETE' | 'PARTIAL' | 'PENDING' | 'DECLINED' | 'CANCELLED' | 'REFUNDED';
  /** From 2 on it is a rebill. Default: 1. */
  readonly cycle?: number;
  /** Of a rebill: the number of the first order. */
  readonly originalOrderId?: number;
  readonly customerId: number;
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly items: readonly CheckoutChampItem[];
  readonly shippingCents?: number;
  readonly taxCents?: number;
  readonly discountCents?: number;
  /** What `totalAmount` is. Default: as the account has it. */
  readonly totalIs?: TotalIs;
  /** Default: none is said, only the sign `$`. */
  readonly currencyCode?: string;
  /** Paid with a test card. */
  readonly isTest?: boolean;
  readonly isShipped?: boolean;
}

export interface CheckoutChampItem {
  readonly productId: number;
  readonly name: string;
  readonly cents: number;
  /** Default: 1. */
  readonly quantity?: number;
  readonly sku?: string;
}

/** Nobody documents whether `totalAmount` holds the shipping: accounts of both kinds are told of. */
export type TotalIs = 'totalAmount' | 'totalAmount+shipping';

/** An order as the account holds it. */
export interface StoredOrder extends CheckoutChampSeed {
  status: NonNullable<CheckoutChampSeed['status']>;
  readonly created: string;
  /** Account time. */
  updated: string;
}

function priceOf({ items }: CheckoutChampSeed): number {
  return items.reduce((sum, { cents, quantity = 1 }) => sum + cents * quantity, 0);
}

/** What the customer has paid. */
export function paidFor(order: CheckoutChampSeed): number {
  const { shippingCents = 0, taxCents = 0, discountCents = 0 } = order;
  return priceOf(order) + shippingCents + taxCents - discountCents;
}

/**
 * An order as `/order/query/` answers it, with what nobody should keep among it.
 *
 * Source: a captured answer, and notes of public clients.
 */
export function showOrder(order: StoredOrder, account: TotalIs): object {
  const { orderId, customerId, email, firstName = 'Ann', lastName = 'Dyk', cycle = 1 } = order;
  const { shippingCents = 0, taxCents = 0, discountCents = 0 } = order;
  const isTotal = (order.totalIs ?? account) === 'totalAmount';
  const isCancelled = order.status === 'CANCELLED';
  return {
    orderId,
    clientOrderId: orderId,
    actualOrderId: order.actualOrderId,
    dateCreated: order.created,
    dateUpdated: order.updated,
    orderType: cycle > 1 ? 'RECURRING' : 'NEW_SALE',
    orderStatus: order.status,
    reviewStatus: null,
    totalAmount: amount(paidFor(order) - (isTotal ? 0 : shippingCents)),
    price: amount(priceOf(order)),
    baseShipping: amount(shippingCents),
    salesTax: amount(taxCents),
    discountPrice: amount(discountCents),
    totalDiscount: amount(discountCents),
    currencySymbol: '$',
    ...(order.currencyCode !== undefined && { currencyCode: order.currencyCode }),
    campaignId: 5,
    campaignName: 'Spring',
    customerId,
    emailAddress: email,
    firstName,
    lastName,
    phoneNumber: '5550100',
    address1: '1 Example Street',
    postalCode: '10001',
    country: 'US',
    shipFirstName: firstName,
    shipLastName: lastName,
    paySource: 'CREDITCARD',
    cardType: order.isTest === true ? 'TESTCARD' : 'VISA',
    cardLast4: order.isTest === true ? '0000' : '1111',
    affId: '',
    eCommercePassword: 'correct horse battery',
    achAccountNumber: '000123456789',
    achRoutingNumber: '021000021',
    billingCycleNumber: String(cycle),
    ...(order.originalOrderId !== undefined && { originalOrderId: order.originalOrderId }),
    recurringStatus: isCancelled ? 'CANCELLED' : 'Active',
    items: Object.fromEntries(
      order.items.map((item, at) => [String(at + 1), showItem(item, order, at)]),
    ),
    fulfillments: [
      { status: order.isShipped === true ? 'SHIPPED' : isCancelled ? 'CANCELLED' : 'HOLD' },
    ],
  };
}

function showItem(item: CheckoutChampItem, { actualOrderId }: StoredOrder, at: number): object {
  return {
    productId: item.productId,
    name: `(${String(item.productId)}) ${item.name}`,
    qty: String(item.quantity ?? 1),
    price: amount(item.cents),
    shipping: '0.00',
    ...(item.sku !== undefined && { productSku: item.sku }),
    purchaseId: `${String(actualOrderId)}-${String(at + 1)}`,
    purchaseStatus: 'ACTIVE',
    orderItemId: actualOrderId * 10 + at,
  };
}
