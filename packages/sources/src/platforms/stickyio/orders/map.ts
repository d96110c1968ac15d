import { isRecord, type Order } from 'sequenzy-contract';
import type { Documents } from '../../../documents/document.ts';
import { Members } from '../../../kinds/orders/members.ts';
import { linesOf, orderedLines } from '../../../kinds/orders/ordered-lines.ts';
import { propertiesOf, withoutUndefined } from '../../../kinds/orders/values.ts';
import { skipReason, notPaidYet } from '../../../kinds/orders/skip-reason.ts';
import {
  type MappedOrder,
  type OrderSettings,
  noOrder,
  type OrderNote,
  type OrderFacts,
} from '../../../kinds/orders/source.ts';
import { isPostback, linesOfPostback, namesOf, type Names } from './postback.ts';
import { readRefund } from '../../../kinds/orders/payment/refund.ts';

/** Source: types of a public client, and the vendor's own collection of examples. */
export function mapDocument([document]: Documents, settings: OrderSettings): MappedOrder {
  if (!isRecord(document.value)) return noOrder(document);
  const order = new Members(document, settings);
  const orderId = order.required('order_id') && order.id('order_id');
  const noSale = noSaleOf(order, settings.includePending);
  if (noSale !== undefined) {
    return { key: orderId, order: {}, faults: [], items: 0, skip: noSale };
  }
  const names = namesOf(document.value);
  const email = order.text(names.email);
  const currency = order.currency('currency_code');
  const totalCents = order.money('order_total', currency);
  const lines = isPostback(document.value)
    ? linesOfPostback(order, document)
    : linesOf(order, 'products');
  const skip = skipReason({ email, isTest: order.isOn('is_test_cc') }, settings);
  const refundedCents = order.money('amount_refunded_to_date', currency) ?? 0;
  const { state, facts, notes } = readStatus(order, totalCents, refundedCents);
  return {
    key: orderId,
    order: withoutUndefined({
      orderId,
      ...state,
      totalCents,
      currency,
      orderedAt: order.instant(names.times.find((key) => order.has(key)) ?? names.times[0]),
      customer: withoutUndefined({
        email,
        externalId: order.id('customer_id'),
        firstName: order.text('first_name'),
        lastName: order.text('last_name'),
      }),
      items: orderedLines(lines, names.line.quantity, (line, quantity) => ({
        productId: line.id(names.line.productId),
        title: line.title(names.line.title),
        quantity,
        sku: line.text(names.line.sku),
        priceCents: line.money(names.line.price, currency),
      })),
      properties: propertiesOf({
        campaignId: order.id('campaign_id'),
        billingCycle: order.integer(names.billingCycle),
        ancestorId: order.id('ancestor_id'),
        parentId: order.id(names.parentId),
        isRecurring: order.has('is_recurring') ? order.isOn('is_recurring') : undefined,
        isChargeback: order.isOn(names.isChargeback) || undefined,
        isOnHold: order.isOn('on_hold') || undefined,
      }),
    }),
    faults: withTime(order, names),
    items: lines.length,
    notes: [...order.notes, ...notes],
    ...facts,
    ...(skip !== undefined && { skip }),
  };
}

function withTime(order: Members, { times }: Names): MappedOrder['faults'] {
  if (!times.some((key) => order.has(key))) order.fault(times[0], 'is required');
  return order.faults;
}

/** The gateway has not answered, or nobody has paid yet. */
const pending = ['10', '11'];

/** Why an order is not a sale, or not yet. */
function noSaleOf(order: Members, includePending: boolean): string | undefined {
  const code = order.text('order_status') ?? '';
  if (code === '7') return 'declined';
  return pending.includes(code) && !includePending ? notPaidYet : undefined;
}

interface ReadStatus {
  /** What the order itself says of it. */
  readonly state: Pick<Order, 'status' | 'refundAmountCents'>;
  readonly facts?: OrderFacts;
  readonly notes: readonly OrderNote[];
}

/** Source of the numbers: types of a public client. */
function readStatus(
  order: Members,
  totalCents: number | undefined,
  refundedCents: number,
): ReadStatus {
  const code = order.required('order_status');
  const isRefunded = code === '6' && !(order.isOn('is_void') && refundedCents === 0);
  const { isWhole, cents, notes } = readRefund({ refundedCents, totalCents, isRefunded });
  if (isWhole) return { state: { status: 'refunded', refundAmountCents: cents }, notes };
  const refund = cents > 0 && { refundAmountCents: cents };
  switch (code) {
    case '2':
      return { state: { status: 'placed', ...refund }, notes };
    case '10':
    case '11':
      return { state: { status: 'placed', ...refund }, facts: { paid: false }, notes };
    case '8':
      return { state: { status: 'fulfilled', ...refund }, notes };
    case '6':
      // The payment was voided before it was captured.
      return { state: { status: 'cancelled' }, facts: { paid: false, cancelled: true }, notes };
    case undefined:
      return { state: {}, notes };
    default:
      order.fault('order_status', `expected one of 2, 6, 7, 8, 10, 11, got "${code}"`);
      return { state: {}, notes };
  }
}
