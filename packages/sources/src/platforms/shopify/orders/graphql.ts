import { isRecord } from 'sequenzy-contract';
import { kindOf, numberOf } from '../products/global-ids.ts';
import type { Documents } from '../../../documents/document.ts';
import { Members } from '../../../kinds/orders/members.ts';
import {
  totalsNote,
  type MappedOrder,
  type OrderSettings,
  type StatedTotals,
  statedTotals,
} from '../../../kinds/orders/source.ts';
import { orderedLines } from '../../../kinds/orders/ordered-lines.ts';
import { OrderMoney } from '../../../kinds/orders/payment/order-money.ts';
import { financialOf, readStatus } from '../../../kinds/orders/payment/status.ts';
import { propertiesOf, withoutUndefined } from '../../../kinds/orders/values.ts';
import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import { productOfLine } from './product-of-line.ts';
import { connectionOf } from './connection.ts';
import { refundedCents } from './refunds.ts';

/**
 * An order as GraphQL answers it, with its lists inside, or beside it as a bulk operation writes them: what points to it by
 * `__parentId`. Amounts are those in the shop's currency.
 * Source: public code that reads such files, and the vendor's help on bulk operations.
 */
export function mapGraphql(documents: Documents, settings: OrderSettings): MappedOrder {
  const parent = documents.find(isOrder);
  const order = new Members(parent ?? documents[0], settings);
  const beside = documents
    .filter(({ value }) => isRecord(value) && kindOf(value['id']) === 'LineItem')
    .map((document) => order.beside(document));
  if (parent === undefined) return withoutOrder(order, beside.length);
  const lines = [...connectionOf(order, 'lineItems'), ...beside];
  if (lines.length === 0 && !order.has('lineItems')) {
    order.fault('lineItems', 'is required: this list was limited to some of the fields');
  }
  const orderId = order.required('id') && numberOf(order.id('id'));
  const { currency, money } = moneyOf(order);
  const totalCents = order.has('totalPriceSet')
    ? money.amount(shopMoney(order, 'totalPriceSet'))
    : order.money('totalPrice', currency);
  const { state, isPending, facts, notes } = readStatus({
    financial: financialOf(order, 'displayFinancialStatus'),
    fulfillment: order.text('displayFulfillmentStatus')?.toLowerCase() ?? '',
    isCancelled: order.has('cancelledAt'),
    totalCents,
    refundedCents: refundedCents(order, documents, currency, money),
  });
  const customer = order.child('customer');
  const email =
    order.text('email') ??
    customer.text('email') ??
    customer.child('defaultEmailAddress').text('emailAddress');
  const totals = totalsOf(customer, currency);
  const updatedAt = order.optionalInstant('updatedAt');
  const skip = skipReason({ email, isPending, isTest: order.isOn('test') }, settings);
  return {
    key: orderId,
    order: withoutUndefined({
      orderId,
      orderNumber: order.text('name')?.replace(/^#/, ''),
      ...state,
      totalCents,
      currency,
      orderedAt: order.required('createdAt') && order.instant('createdAt'),
      customer: withoutUndefined({
        email,
        externalId: numberOf(customer.id('id')),
        firstName: customer.text('firstName'),
        lastName: customer.text('lastName'),
      }),
      items: orderedLines(lines, 'quantity', (line, quantity) => ({
        ...productOfLine(line, idsOf(line), settings),
        quantity,
        sku: line.text('sku'),
        priceCents: line.has('originalUnitPriceSet')
          ? money.amount(shopMoney(line, 'originalUnitPriceSet'))
          : line.money('originalUnitPrice', currency),
      })),
      properties: propertiesOf({
        discountCode: order.text('discountCode'),
        source: order.text('sourceName'),
        tags: Array.isArray(order.fields['tags']) ? order.fields['tags'] : undefined,
      }),
    }),
    faults: order.faults,
    items: lines.length,
    notes: [...order.notes, ...notes, ...(totals === undefined ? [] : [totalsNote])],
    ...(totals && { totals }),
    ...facts,
    ...(updatedAt !== undefined && { updatedAt }),
    ...(skip !== undefined && { skip }),
  };
}

/** The order itself, and not a part of it. */
export function isOrder({ value }: Documents[number]): boolean {
  return isRecord(value) && !('__parentId' in value);
}

/** What hangs on something else than an order is left out; a line needs the order it belongs to. */
function withoutOrder(first: Members, lines: number): MappedOrder {
  if (lines > 0) {
    first.fault('__parentId', `no document of the input is "${first.text('__parentId') ?? ''}"`);
  }
  const bare = { key: undefined, order: {}, faults: first.faults, items: lines };
  return lines > 0 ? bare : { ...bare, skip: 'no order' };
}

const keys = { amount: 'amount', currency: 'currencyCode' };

function shopMoney(members: Members, key: string): Members {
  return members.child(key).child('shopMoney');
}

/** The currency that the order's total names, and amounts that name theirs. */
function moneyOf(order: Members): { currency: string | undefined; money: OrderMoney } {
  const total = order.child('totalPriceSet');
  const [shop, buyer] = [total.child('shopMoney'), total.child('presentmentMoney')];
  const currency = shop.ownCurrency('currencyCode') ?? order.currency('currencyCode');
  return { currency, money: new OrderMoney(currency, [shop, buyer], keys) };
}

function idsOf(line: Members): Parameters<typeof productOfLine>[1] {
  const variant = line.child('variant');
  const product = line.has('product') ? line.child('product') : variant.child('product');
  return {
    productId: numberOf(product.id('id')),
    variantId: numberOf(variant.id('id')),
    variantTitle: line.text('variantTitle') ?? variant.text('title'),
  };
}

/** The amount is in the shop's currency, as a rule also the order's. In another one it is none of the order's. */
function totalsOf(customer: Members, currency: string | undefined): StatedTotals | undefined {
  const ordersCount = customer.integer('numberOfOrders');
  const spent = customer.child('amountSpent');
  const own = spent.ownCurrency('currencyCode') ?? currency;
  const totalSpentCents = spent.money('amount', own);
  if (own === currency) return statedTotals(ordersCount, totalSpentCents);
  if (totalSpentCents !== undefined) customer.notes.push('foreignAmount');
  return statedTotals(ordersCount, undefined);
}
