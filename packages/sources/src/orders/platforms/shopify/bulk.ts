import { isRecord } from 'sequenzy-contract';
import { kindOf, numberOf } from '../../../platforms/shopify/global-ids.ts';
import type { Documents } from '../../../source.ts';
import { Members } from '../../members.ts';
import { totalsNote } from '../../notes.ts';
import { orderedLines } from '../../ordered-lines.ts';
import type { StatedTotals } from '../../stated-totals.ts';
import { financialOf } from '../../payment/financial.ts';
import { readStatus } from '../../payment/status.ts';
import { propertiesOf } from '../../properties.ts';
import { skipReason } from '../../skip-reason.ts';
import type { MappedOrder, OrderSettings } from '../../source.ts';
import { withoutUndefined } from '../../without-undefined.ts';
import { productOfLine } from './product-of-line.ts';
import { statedTotals } from '../../stated-totals.ts';

/**
 * An order and what points to it by `__parentId`. Amounts are those in the shop's currency.
 * Source: public code that reads such files, and the vendor's help on bulk operations.
 */
export function mapBulk(documents: Documents, settings: OrderSettings): MappedOrder {
  const parent = documents.find(({ value }) => isRecord(value) && !('__parentId' in value));
  const order = new Members(parent ?? documents[0], settings);
  const lines = documents
    .filter(({ value }) => isRecord(value) && kindOf(value['id']) === 'LineItem')
    .map((document) => order.beside(document));
  if (parent === undefined) return withoutOrder(order, lines.length);
  const orderId = order.required('id') && numberOf(order.id('id'));
  const currency =
    order.currency('currencyCode') ?? moneyOf(order, 'totalPriceSet').currency('currencyCode');
  const totalCents = amountOf(order, 'totalPriceSet', currency);
  const { state, isPending, facts } = readStatus({
    financial: financialOf(order, 'displayFinancialStatus'),
    fulfillment: order.text('displayFulfillmentStatus')?.toLowerCase() ?? '',
    isCancelled: order.has('cancelledAt'),
    totalCents,
    refundedCents: amountOf(order, 'totalRefundedSet', currency) ?? 0,
  });
  const customer = order.child('customer');
  const email = order.text('email') ?? customer.text('email');
  const totals = totalsOf(customer, currency);
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
        priceCents: amountOf(line, 'originalUnitPriceSet', currency),
      })),
      properties: propertiesOf({
        discountCode: order.text('discountCode'),
        source: order.text('sourceName'),
        tags: Array.isArray(order.fields['tags']) ? order.fields['tags'] : undefined,
      }),
    }),
    faults: order.faults,
    items: lines.length,
    notes: [...order.notes, ...(totals === undefined ? [] : [totalsNote])],
    ...(totals && { totals }),
    ...facts,
    ...(skip !== undefined && { skip }),
  };
}

/** What hangs on something else than an order is left out; a line needs the order it belongs to. */
function withoutOrder(first: Members, lines: number): MappedOrder {
  if (lines > 0) {
    first.fault('__parentId', `no document of the input is "${first.text('__parentId') ?? ''}"`);
  }
  const bare = { key: undefined, order: {}, faults: first.faults, items: lines };
  return lines > 0 ? bare : { ...bare, skip: 'no order' };
}

function moneyOf(members: Members, key: string): Members {
  return members.child(key).child('shopMoney');
}

function amountOf(members: Members, key: string, currency: string | undefined): number | undefined {
  return moneyOf(members, key).money('amount', currency);
}

function idsOf(line: Members): Parameters<typeof productOfLine>[1] {
  const variant = line.child('variant');
  return {
    productId: numberOf(line.child('product').id('id')),
    variantId: numberOf(variant.id('id')),
    variantTitle: line.text('variantTitle') ?? variant.text('title'),
  };
}

function totalsOf(customer: Members, currency: string | undefined): StatedTotals | undefined {
  const ordersCount = customer.integer('numberOfOrders');
  const totalSpentCents = customer.child('amountSpent').money('amount', currency);
  return statedTotals(ordersCount, totalSpentCents);
}
