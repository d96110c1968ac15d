import { isRecord, type Order } from 'sequenzy-contract';
import type { Documents } from '../../../source.ts';
import { mapPayload, type OrderMapping } from '../../mapping.ts';
import { Members } from '../../members.ts';
import { noOrder } from '../../no-order.ts';
import { linesOf, orderedLines } from '../../ordered-lines.ts';
import { propertiesOf } from '../../properties.ts';
import type { MappingOptions } from '../../settings.ts';
import { skipReason } from '../../skip-reason.ts';
import type { MappedOrder, OrderSettings } from '../../source.ts';
import { withoutUndefined } from '../../without-undefined.ts';

/** Source: public clients of the API; no reference of it was at hand. */
export function mapDocument([document]: Documents, settings: OrderSettings): MappedOrder {
  if (!isRecord(document.value)) return noOrder(document);
  const order = new Members(document, settings);
  const email = order.text('emailAddress');
  const orderId = order.required('orderId') && order.id('orderId');
  const { status, noSale } = statusOf(order);
  // What is no sale is not read: a lead has neither a currency nor an amount that means anything.
  if (noSale !== undefined) {
    return { key: orderId, order: {}, faults: [], items: 0, skip: noSale };
  }
  const currency = order.currency('currencyCode');
  const totalCents = order.money('totalAmount', currency);
  const lines = linesOf(order, 'items');
  const skip = skipReason({ email, isTest: order.isOn('test') }, settings);
  return {
    key: orderId,
    order: withoutUndefined({
      orderId,
      status,
      totalCents,
      currency,
      orderedAt: order.required('dateCreated') && order.instant('dateCreated'),
      customer: withoutUndefined({
        email,
        externalId: order.id('customerId'),
        firstName: order.text('firstName') ?? order.text('shipFirstName'),
        lastName: order.text('lastName') ?? order.text('shipLastName'),
      }),
      items: orderedLines(lines, 'qty', (line, quantity = 1) => ({
        productId: line.id('productId') ?? line.id('campaignProductId'),
        title: line.title('name'),
        quantity,
        variantId: line.id('variantDetailId'),
        sku: line.text('sku') ?? line.text('productSku'),
        priceCents: line.money('price', currency),
      })),
      refundAmountCents: status === 'refunded' ? totalCents : undefined,
      properties: propertiesOf({
        orderType: order.text('orderType'),
        campaignId: order.id('campaignId'),
        campaignName: order.text('campaignName'),
        affiliateId: order.id('affId'),
        utmSource: order.text('UTMSource'),
      }),
    }),
    faults: order.faults,
    items: lines.length,
    notes: order.notes,
    ...(skip !== undefined && { skip }),
  };
}

/**
 * Maps one order of CheckoutChamp (Konnektive), as its order query answers it.
 *
 * `items` has to be there. Where a postback has none, an empty list says that none are known.
 *
 * @param options `timezone` of the account is needed; `currency` where orders carry none.
 * @throws {SourceError} An option makes no sense, or amounts come without a currency.
 *
 * @example
 * const mapping = mapCheckoutChampOrder(order, { timezone: 'America/New_York', currency: 'USD' });
 * if (mapping.status === 'mapped') await sequenzy.orders.push(mapping.order);
 */
export function mapCheckoutChampOrder(
  payload: unknown,
  options: MappingOptions = {},
): OrderMapping {
  return mapPayload({ map: mapDocument }, payload, options);
}

interface ReadStatus {
  readonly status?: NonNullable<Order['status']>;
  /** Why it is no sale. */
  readonly noSale?: string;
}

function statusOf(order: Members): ReadStatus {
  const text = order.required('orderStatus')?.toUpperCase() ?? '';
  const fulfillment = order.text('fulfillmentStatus')?.toUpperCase() ?? '';
  switch (text) {
    case 'COMPLETE':
      return { status: ['SHIPPED', 'DELIVERED'].includes(fulfillment) ? 'fulfilled' : 'placed' };
    case 'REFUNDED':
      return { status: 'refunded' };
    case 'CANCELLED':
      return { status: 'cancelled' };
    case 'PARTIAL':
    case 'DECLINED':
      return { noSale: text.toLowerCase() };
    case '':
      return {};
    default:
      order.fault(
        'orderStatus',
        `expected one of COMPLETE, PARTIAL, DECLINED, REFUNDED, CANCELLED, got "${text}"`,
      );
      return {};
  }
}
