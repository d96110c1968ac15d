import { isRecord } from 'sequenzy-contract';
import { keysByHeading, pick } from '../../../documents/fields.ts';
import type { Documents, Fields, InputDocument } from '../../../documents/document.ts';
import type { RecordFault } from '../../../faults/record-fault.ts';
import { Members } from '../../../kinds/orders/members.ts';
import {
  totalsNote,
  type MappedOrder,
  type OrderSettings,
  noOrder,
  type StatedTotals,
  statedTotals,
} from '../../../kinds/orders/source.ts';
import { withoutUndefined } from '../../../kinds/orders/values.ts';
import { orderFields } from './columns.ts';
import { unreadIn } from './unread.ts';
import { leftOut } from './left-out.ts';
import { aboveTotal, isAbove } from './refund.ts';

/** Keys of an order, those of the table among them. */
export const orderKeys = [
  ...orderFields,
  'customer',
  'items',
  'customerTotals',
  'properties',
] as const;

const keys = {
  order: keysByHeading(orderKeys),
  customer: keysByHeading(['email', 'externalId', 'firstName', 'lastName', 'attributes']),
  item: keysByHeading([
    'productId',
    'title',
    'quantity',
    'variantId',
    'sku',
    'variantTitle',
    'price',
    'priceCents',
  ]),
  totals: keysByHeading(['ordersCount', 'totalSpent', 'totalSpentCents']),
};

/** An order as the API takes it, where amounts may also be decimals and ids numbers. */
export function mapDocument([document]: Documents, settings: OrderSettings): MappedOrder {
  const unknown: string[] = [];
  if (!isRecord(document.value)) return noOrder(document);
  const known = spelled(document.value, unknown);
  const order = new Members({ ...document, value: known }, settings);
  const currency = currencyOf(order);
  const totals = totalsOf(order.child('customerTotals'), currency);
  const items = itemsOf(order, currency);
  const customer = order.child('customer');
  const orderId = order.id('orderId');
  const totalCents = amountOf(order, 'total', currency);
  const refundAmountCents = amountOf(order, 'refundAmount', currency);
  if (isAbove(refundAmountCents, totalCents)) order.fault('refundAmount', aboveTotal);
  const isTest = testOf(order);
  const updatedAt = order.instant('updatedAt');
  if (orderId === undefined && order.faults.length === 0) order.fault('orderId', 'is required');
  return {
    key: orderId,
    order: withoutUndefined({
      ...order.fields,
      orderId,
      orderNumber: order.text('orderNumber'),
      total: undefined,
      totalCents,
      currency,
      orderedAt: order.required('orderedAt') && order.instant('orderedAt'),
      customer: withoutUndefined({ ...customer.fields, externalId: customer.id('externalId') }),
      items: Array.isArray(order.fields['items']) ? items : undefined,
      refundAmount: undefined,
      refundAmountCents,
      customerTotals: undefined,
      test: undefined,
      updatedAt: undefined,
    }),
    faults: order.faults,
    items: items.length,
    notes: [...order.notes, ...(totals === undefined ? [] : [totalsNote])],
    unknown,
    unread: unreadIn(document, keys, currency),
    ...(totals && { totals }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...leftOut(isTest, customer.text('email'), settings),
  };
}

function itemsOf(order: Members, currency: string | undefined): readonly object[] {
  return order.list('items').map((item) =>
    withoutUndefined({
      ...item.fields,
      productId: item.id('productId'),
      variantId: item.id('variantId'),
      sku: item.id('sku'),
      price: undefined,
      priceCents: amountOf(item, 'price', currency),
    }),
  );
}

/** Lines out of a list in a cell, in the currency of its row. */
export function readItemList(
  list: readonly Fields[],
  place: Pick<InputDocument, 'file' | 'line'>,
  currency: string | undefined,
  settings: OrderSettings,
): { readonly items: readonly object[]; readonly faults: readonly RecordFault[] } {
  const items = list.map((item) => pick(item, keys.item, []));
  const members = new Members({ ...place, value: { items } }, { ...settings, currency });
  return { items: itemsOf(members, currency), faults: members.faults };
}

/** Known keys in the API's spelling, at every level. */
function spelled(value: Readonly<Record<string, unknown>>, unknown: string[]): object {
  const order = pick(value, keys.order, unknown);
  const { customer, items, customerTotals } = order;
  return withoutUndefined({
    ...order,
    customer: isRecord(customer) ? pick(customer, keys.customer, unknown) : customer,
    items: Array.isArray(items)
      ? items.map((item: unknown) => (isRecord(item) ? pick(item, keys.item, unknown) : item))
      : items,
    customerTotals: isRecord(customerTotals)
      ? pick(customerTotals, keys.totals, unknown)
      : customerTotals,
  });
}

/** The currency of the order, else the one that its total names. */
function currencyOf(order: Members): string | undefined {
  if (order.has('currency')) return order.currency('currency');
  return named(order, 'total')?.currency ?? order.currency('currency');
}

/** An amount that is given as a decimal, as whole minor units, or as both where they agree. */
function amountOf(members: Members, key: string, currency: string | undefined): number | undefined {
  const given = members.integer(`${key}Cents`);
  const amount = decimalOf(members, key, currency);
  if (given !== undefined && amount !== undefined && given !== amount) {
    members.fault(key, `and ${key}Cents ${String(given)} are not the same amount`);
  }
  return given ?? amount;
}

function decimalOf(
  members: Members,
  key: string,
  currency: string | undefined,
): number | undefined {
  const amount = named(members, key);
  if (amount === undefined) return members.money(key, currency);
  const { currency: own = currency } = amount;
  const cents = amount.members.money(amount.key, own);
  if (cents === undefined || own === currency) return cents;
  members.fault(key, `is in ${own ?? ''}, and the order in ${currency ?? ''}`);
  return undefined;
}

/** `{ "amount": "10.00", "currency": "EUR" }`: an amount that names its own currency. */
function named(members: Members, key: string) {
  if (!isRecord(members.fields[key])) return undefined;
  const amount = members.child(key);
  const code = ['currency', 'currencyCode', 'currency_code'].find((name) => amount.has(name));
  return {
    members: amount,
    key: amount.has('value') ? 'value' : 'amount',
    currency: code === undefined ? undefined : amount.ownCurrency(code),
  };
}

function totalsOf(totals: Members, currency: string | undefined): StatedTotals | undefined {
  const ordersCount = totals.integer('ordersCount');
  const totalSpentCents = amountOf(totals, 'totalSpent', currency);
  return statedTotals(ordersCount, totalSpentCents);
}

function testOf(order: Members): boolean {
  const isTest = order.isOn('test');
  const text = order.has('test') ? String(order.fields['test']).toLowerCase() : 'false';
  if (!isTest && !['false', '0', 'no'].includes(text)) {
    order.fault('test', `expected true or false, got "${text}"`);
  }
  return isTest;
}
