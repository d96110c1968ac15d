import { isRecord } from 'sequenzy-contract';
import type { Documents } from '../../../documents/document.ts';
import { Members } from '../../../kinds/orders/members.ts';
import { linesOf, orderedLines } from '../../../kinds/orders/ordered-lines.ts';
import { propertiesOf, withoutUndefined } from '../../../kinds/orders/values.ts';
import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import { type MappedOrder, type OrderSettings, noOrder } from '../../../kinds/orders/source.ts';
import { readStatus } from './status.ts';

/** Source: the examples in the vendor's documentation of the REST API. */
export function mapDocument([document]: Documents, settings: OrderSettings): MappedOrder {
  if (!isRecord(document.value)) return noOrder(document);
  const order = new Members(document, settings);
  const billing = order.child('billing');
  const email = billing.text('email');
  const orderId = order.required('id') && order.id('id');
  const currency = order.currency('currency');
  const totalCents = order.money('total', currency);
  const { state, isPending, skip, facts, notes = [] } = readStatus(order, totalCents, currency);
  const lines = linesOf(order, 'line_items');
  const customerId = order.id('customer_id');
  const discountCode = order.list('coupon_lines')[0]?.text('code');
  const updatedAt =
    order.optionalInstant('date_modified_gmt', 'Z') ?? order.optionalInstant('date_modified');
  const reason = skip ?? skipReason({ email, isPending }, settings);
  return {
    key: orderId,
    order: withoutUndefined({
      orderId,
      orderNumber: order.text('number'),
      ...state,
      totalCents,
      currency,
      orderedAt: orderedAt(order),
      customer: withoutUndefined({
        email,
        externalId: customerId === '0' ? undefined : customerId, // a guest
        firstName: billing.text('first_name'),
        lastName: billing.text('last_name'),
      }),
      items: orderedLines(lines, 'quantity', (line, quantity) => ({
        productId: line.id('product_id'),
        title: line.title('name'),
        quantity,
        variantId: line.id('variation_id') === '0' ? undefined : line.id('variation_id'),
        sku: line.text('sku'),
        priceCents: priceByPiece(line.money('total', currency), quantity),
      })),
      properties: propertiesOf({
        discountCode,
        discountCents: discountCode && order.money('discount_total', currency),
        shippingCents: order.money('shipping_total', currency),
        taxCents: order.money('total_tax', currency),
        source: order.text('created_via'),
        paymentMethod: order.text('payment_method'),
      }),
    }),
    faults: order.faults,
    items: lines.length,
    notes: [...order.notes, ...notes],
    ...facts,
    ...(updatedAt !== undefined && { updatedAt }),
    ...(reason !== undefined && { skip: reason }),
  };
}

/** The time in UTC stands in the document without its Z. */
function orderedAt(order: Members): string | undefined {
  if (order.has('date_created_gmt')) return order.instant('date_created_gmt', 'Z');
  return order.required('date_created') && order.instant('date_created');
}

function priceByPiece(cents: number | undefined, quantity = 1): number | undefined {
  return cents === undefined || quantity < 1 ? undefined : Math.round(cents / quantity);
}
