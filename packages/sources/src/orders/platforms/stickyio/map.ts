import { isRecord } from 'sequenzy-contract';
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
import { noSaleOf, readStatus } from './status.ts';

/** Source: types of a public client, and the vendor's own collection of examples. */
export function mapDocument([document]: Documents, settings: OrderSettings): MappedOrder {
  if (!isRecord(document.value)) return noOrder(document);
  const order = new Members(document, settings);
  const orderId = order.required('order_id') && order.id('order_id');
  const noSale = noSaleOf(order);
  if (noSale !== undefined) {
    return { key: orderId, order: {}, faults: [], items: 0, skip: noSale };
  }
  const email = order.text('email_address');
  const { currency } = settings;
  const totalCents = order.money('order_total', currency);
  const lines = linesOf(order, 'products');
  const skip = skipReason({ email, isTest: order.isOn('is_test_cc') }, settings);
  return {
    key: orderId,
    order: withoutUndefined({
      orderId,
      ...readStatus(order, totalCents, order.money('amount_refunded_to_date', currency) ?? 0),
      totalCents,
      currency,
      orderedAt: order.instant(order.has('time_stamp') ? 'time_stamp' : 'acquisition_date'),
      customer: withoutUndefined({
        email,
        externalId: order.id('customer_id'),
        firstName: order.text('first_name'),
        lastName: order.text('last_name'),
      }),
      items: orderedLines(lines, 'product_qty', (line, quantity) => ({
        productId: line.id('product_id'),
        title: line.title('name'),
        quantity,
        sku: line.text('sku'),
        priceCents: line.money('price', currency),
      })),
      properties: propertiesOf({
        campaignId: order.id('campaign_id'),
        billingCycle: order.integer('billing_cycle'),
        ancestorId: order.id('ancestor_id'),
        parentId: order.id('parent_id'),
        isRecurring: order.has('is_recurring') ? order.isOn('is_recurring') : undefined,
        isChargeback: order.isOn('is_chargeback') || undefined,
        isOnHold: order.isOn('on_hold') || undefined,
      }),
    }),
    faults: withTime(order),
    items: lines.length,
    notes: order.notes,
    ...(skip !== undefined && { skip }),
  };
}

/**
 * Maps one order of sticky.io (Limelight), as order_find and order_view answer it.
 *
 * @param options `currency` and the `timezone` of the account are needed: orders say neither.
 * @throws {SourceError} An option makes no sense, or there is no currency.
 *
 * @example
 * const mapping = mapStickyIoOrder(order, { timezone: 'America/New_York', currency: 'USD' });
 * if (mapping.status === 'mapped') await sequenzy.orders.push(mapping.order);
 */
export function mapStickyIoOrder(payload: unknown, options: MappingOptions = {}): OrderMapping {
  return mapPayload({ map: mapDocument }, payload, options);
}

function withTime(order: Members): MappedOrder['faults'] {
  if (!order.has('time_stamp') && !order.has('acquisition_date')) {
    order.fault('time_stamp', 'is required');
  }
  return order.faults;
}
