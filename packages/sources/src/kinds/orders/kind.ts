import { checked, orderSchema, type Order, isObject, option, say } from 'sequenzy-contract';
import type { RecordKind, Owner } from '../../reading/record-kind.ts';
import { counted, verb } from '../../text/counted.ts';
import {
  factsOf,
  type OrderFacts,
  type StatedTotals,
  type MappedOrder,
  type OrderSettings,
  type OrderSource,
} from './source.ts';
import { resolveVersions } from './order-versions.ts';
import { withoutCase } from './values.ts';
import type { Unusable } from '../../faults/unusable.ts';

/** What to do with orders of a marketplace. */
const ofMarketplace =
  'Sequenzy knows customers by e-mail, so these orders cannot be sent. Send the orders of a shop of your own; buyers of a marketplace become customers once they subscribe.';

/** Files with orders of platforms that no source reads. Sources of the headers: documents and public code of the platforms. */
const unusable: readonly Unusable[] = [
  ...[
    ['Sale Date', 'Item Name', 'Buyer', 'Transaction ID'],
    ['Sale Date', 'Order ID', 'Buyer User ID', 'Order Total'],
  ].map((columns) => ({
    label: 'an Etsy list of orders or sold items',
    columns,
    reason: 'it has no e-mail address: buyers stand in it by user name only',
    nextStep: ofMarketplace,
  })),
  {
    label: 'an Amazon order report',
    columns: ['amazon-order-id', 'purchase-date', 'asin'],
    reason: 'it has no e-mail address of the buyers',
    nextStep: ofMarketplace,
  },
  {
    label: 'an Amazon order report',
    columns: ['order-id', 'order-item-id', 'purchase-date', 'buyer-email'],
    reason: 'Amazon masks the e-mail addresses of its buyers',
    nextStep: ofMarketplace,
  },
  {
    label: 'an Amazon date range report',
    columns: ['date/time', 'settlement id', 'type', 'order id'],
    reason: 'it has no e-mail address of the buyers',
    nextStep: ofMarketplace,
  },
  ...[
    ['Sales Record Number', 'Buyer Username'],
    ['Transaction creation date', 'Order number', 'Buyer username'],
  ].map((columns) => ({
    label: 'an eBay report of orders or transactions',
    columns,
    reason: 'eBay masks the e-mail addresses of its buyers',
    nextStep: ofMarketplace,
  })),
];

/** An order as it is spooled. */
export interface SpooledOrder {
  readonly order: Order;
  readonly totals?: StatedTotals;
  readonly facts?: OrderFacts;
  /** ISO 8601 in UTC. */
  readonly updatedAt?: string;
}

/** The types of orders. */
export interface OrderTypes {
  readonly mapped: MappedOrder;
  readonly settings: OrderSettings;
  readonly value: SpooledOrder;
  readonly source: OrderSource;
}

export const orders: RecordKind<OrderTypes> = {
  noun: 'order',
  keepsSkipped: true,
  unusable,
  notes: {
    ambiguousTime: (count) =>
      `${counted(count, 'time')} existed twice, because clocks were put back; the earlier one was taken.`,
    noCatalog: (count) =>
      say`${counted(count, 'order line')} ${verb(count, 'names', 'name')} a product that could not be looked up; its productId was made from the title. Give the products with ${option('catalog')}.`,
    notInCatalog: (count) =>
      `${counted(count, 'order line')} ${verb(count, 'names', 'name')} no product of the catalog, or more than one; the productId was made from the title.`,
    namedByTitle: (count) =>
      `${counted(count, 'order line')} ${verb(count, 'has', 'have')} neither a product id nor a SKU; the productId was made from the title.`,
    emptyLine: (count) =>
      `${counted(count, 'order line')} with a quantity of 0 ${verb(count, 'was', 'were')} left out.`,
    unknownRefund: (count) =>
      `${counted(count, 'order')} ${verb(count, 'was', 'were')} refunded in part, and the input does not say how much that is in the currency of the order: the refund was left out, so that computed totals are too high.`,
    refundAboveTotal: (count) =>
      `${counted(count, 'order')} ${verb(count, 'has', 'have')} a refund above the total of the order. It was left out; an order that is refunded in full is sent with its total. Check it in the shop.`,
    foreignAmount: (count) =>
      `${counted(count, 'amount')} ${verb(count, 'is', 'are')} in another currency than the order and ${verb(count, 'was', 'were')} left out.`,
    summedTotal: (count) =>
      `${counted(count, 'order')} ${verb(count, 'has', 'have')} the sum of the lines as the total, as the mapping says: delivery, tax and discounts are not in it unless they are lines.`,
    lacksShipping: (count) =>
      say`The total of ${counted(count, 'order')} lacks the shipping, by the sum of the other amounts: give ${option('totalIs', 'totalAmount+shipping')}, or ${option('totalIs', 'totalAmount')} where that is meant.`,
    repeatedOrder: (count) =>
      `${counted(count, 'order')} ${verb(count, 'is', 'are')} in the input more than once; each was counted once.`,
    versions: (count) =>
      `${counted(count, 'order')} ${verb(count, 'is', 'are')} in the input in different versions; the version with the later state was used.`,
  },
  blank: { key: undefined, order: {}, faults: [], items: 0 },
  partsOf: ({ items }) => items,
  damaged: ({ key, items }, faults) => ({ key, order: {}, faults, items }),
  currencyOf: ({ order }) => 'currency' in order && order.currency,
  ownerOf,
  resolve: resolveVersions,
  check({ order, totals, updatedAt, ...mapped }) {
    const whole = withTotals(order, totals);
    const result = checked(orderSchema, whole, order);
    if ('faults' in result) return { ok: false, faults: result.faults };
    const facts = factsOf(mapped);
    const value = {
      order: result.record,
      ...(totals && { totals }),
      ...(facts && { facts }),
      ...(updatedAt !== undefined && { updatedAt }),
    };
    return { ok: true, value };
  },
};

/** The API takes both numbers or none. */
function withTotals(order: object, totals: StatedTotals | undefined): object {
  return totals?.ordersCount === undefined || totals.totalSpentCents === undefined
    ? order
    : { ...order, customerTotals: totals };
}

const { customer: customerSchema, orderedAt: orderedAtSchema } = orderSchema.shape;

/** Whose a faulty order is. Undefined where no address can be read, or its cells are at fault themselves. */
function ownerOf(mapped: MappedOrder): Owner | undefined {
  const customer = customerSchema.shape.email.safeParse(valueAt(mapped.order, 'customer', 'email'));
  if (!customer.success || isDoubtful(mapped, 'customer.email')) return undefined;
  const orderedAt = orderedAtSchema.safeParse(valueAt(mapped.order, 'orderedAt'));
  return {
    email: withoutCase(customer.data),
    ...(orderedAt.data !== undefined && !isDoubtful(mapped, 'orderedAt')
      ? { orderedAt: orderedAt.data }
      : {}),
  };
}

function valueAt(order: object, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) => (isObject(value) ? Reflect.get(value, name) : undefined),
    order,
  );
}

function isDoubtful({ faults, locate }: MappedOrder, path: string): boolean {
  const column = locate?.(path)?.column;
  return faults.some((fault) => fault.column !== undefined && fault.column === column);
}
