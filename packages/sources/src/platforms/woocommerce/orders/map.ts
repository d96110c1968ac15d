import { isRecord, type Order } from 'sequenzy-contract';
import type { Documents } from '../../../documents/document.ts';
import { Members } from '../../../kinds/orders/members.ts';
import { linesOf, orderedLines } from '../../../kinds/orders/ordered-lines.ts';
import { propertiesOf, withoutUndefined } from '../../../kinds/orders/values.ts';
import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import {
  type MappedOrder,
  type OrderSettings,
  noOrder,
  type OrderNote,
  type OrderFacts,
} from '../../../kinds/orders/source.ts';
import { readRefund } from '../../../kinds/orders/payment/refund.ts';
import { allStatuses, never, statuses, statusIn } from './status.ts';

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

interface ReadStatus {
  /** What the order itself says of it. */
  readonly state: {
    readonly status?: NonNullable<Order['status']>;
    readonly refundAmountCents?: number;
  };
  readonly isPending: boolean;
  /** Why it is not an order, in a word or two. */
  readonly skip?: string;
  readonly facts?: OrderFacts;
  readonly notes?: readonly OrderNote[];
}

function readStatus(
  order: Members,
  totalCents: number | undefined,
  currency: string | undefined,
): ReadStatus {
  const text = statusIn(order.required('status') ?? '');
  if (never.includes(text)) return { state: {}, isPending: false, skip: text };
  const known = statuses.get(text);
  if (known === undefined) {
    if (text !== '') order.fault('status', `expected one of ${allStatuses}, got "${text}"`);
    return { state: {}, isPending: false };
  }
  const refundedCents = refundedIn(order, currency);
  const isPending = text === 'pending';
  const isRefunded = known === 'refunded';
  const { isWhole, cents, notes } = readRefund({ refundedCents, totalCents, isRefunded });
  const facts: OrderFacts = {
    ...(isUnpaid(order, text) && refundedCents === 0 && { paid: false }),
    ...(known === 'cancelled' && { cancelled: true }),
  };
  if (isWhole) {
    return { state: { status: 'refunded', refundAmountCents: cents }, isPending, facts, notes };
  }
  return {
    state: { status: known, ...(cents > 0 && { refundAmountCents: cents }) },
    isPending,
    facts,
    notes,
  };
}

/**
 * A pending order waits for its payment; one that was cancelled says by `date_paid` whether it was paid before. Money of
 * an order on hold (a bank transfer, a cheque) is on its way, and the platform counts it.
 */
function isUnpaid(order: Members, status: string): boolean {
  if (status === 'pending') return true;
  const dates = ['date_paid', 'date_paid_gmt'];
  const isSaid = dates.some((key) => key in order.fields);
  return status === 'cancelled' && isSaid && !dates.some((key) => order.has(key));
}

/**
 * Adds up what went back, which is written with a minus. Undefined where one amount names another currency than that of
 * the order: plugins for several currencies add it.
 */
function refundedIn(order: Members, currency: string | undefined): number | undefined {
  let sum = 0;
  for (const refund of order.list('refunds')) {
    const own = refund.ownCurrency('currency') ?? currency;
    if (own !== currency) return undefined;
    sum += refund.money('total', own, 'negative') ?? 0;
  }
  return sum;
}
