import type { Order } from 'sequenzy-contract';
import type { Members } from '../../../kinds/orders/members.ts';
import type { OrderFacts } from '../../../kinds/orders/source.ts';
import { notPaidYet } from '../../../kinds/orders/skip-reason.ts';

export interface ReadStatus {
  readonly status?: NonNullable<Order['status']>;
  readonly facts?: OrderFacts;
  /** Why it is not a sale, or not yet. */
  readonly noSale?: string;
}

/**
 * Reads what the platform says of an order. An order that is cancelled in the CRM becomes DECLINED, with its delivery and
 * its subscription cancelled; one that was declined in the first place has neither.
 *
 * Source: captured webhooks, and public clients of the API.
 */
export function readStatus(order: Members, includePending: boolean): ReadStatus {
  const text = order.required('orderStatus')?.toUpperCase() ?? '';
  switch (text) {
    case 'COMPLETE':
      return { status: isFulfilled(order) ? 'fulfilled' : 'placed' };
    case 'PENDING':
      // Requires a check or a capture first; what has left is a sale, as where it is paid at the door.
      if (isFulfilled(order)) return { status: 'fulfilled' };
      return includePending ? { status: 'placed', facts: { paid: false } } : { noSale: notPaidYet };
    case 'REFUNDED':
      return { status: 'refunded' };
    case 'CANCELLED':
      return { status: 'cancelled', facts: { cancelled: true } };
    case 'DECLINED':
      return isCancelled(order)
        ? { status: 'cancelled', facts: { cancelled: true, onlyIfKnown: true } }
        : { noSale: 'declined' };
    case 'PARTIAL':
      return { noSale: 'partial' };
    case '':
      return {};
    default:
      order.fault(
        'orderStatus',
        `expected one of COMPLETE, PARTIAL, PENDING, DECLINED, REFUNDED, CANCELLED, got "${text}"`,
      );
      return {};
  }
}

/** `cardType: TESTCARD`, the digits of a test card where its type is not said, or a mark of older answers. */
export function isTest(order: Members): boolean {
  const cardType = letters(order, 'cardType');
  const hasTestDigits = cardType === '' && order.text('cardLast4') === '0000';
  return order.isOn('test') || cardType === 'TESTCARD' || hasTestDigits;
}

const gone = ['SHIPPED', 'DELIVERED', 'RETURNED'];

/** Everything that is to be sent has left. */
function isFulfilled(order: Members): boolean {
  const parcels = deliveries(order).filter((state) => state !== 'CANCELLED');
  return parcels.length > 0 && parcels.every((state) => gone.includes(state));
}

function isCancelled(order: Members): boolean {
  const items = order.list('items');
  const subscriptions = filled([
    letters(order, 'recurringStatus'),
    ...items.map((item) => letters(item, 'recurringStatus') || letters(item, 'purchaseStatus')),
  ]);
  return [deliveries(order), subscriptions].every(
    (states) => states.length > 0 && states.every((state) => state === 'CANCELLED'),
  );
}

/** The state of the delivery, or of each of several. */
function deliveries(order: Members): string[] {
  const each = order.list('fulfillments').map((one) => letters(one, 'status'));
  return filled([letters(order, 'fulfillmentStatus'), ...each]);
}

function filled(states: readonly string[]): string[] {
  return states.filter((state) => state !== '');
}

/** In capitals, without what stands between words; one `L` or two make no difference. */
function letters(members: Members, key: string): string {
  const text =
    members
      .text(key)
      ?.toUpperCase()
      .replace(/[^A-Z]/g, '') ?? '';
  return text === 'CANCELED' ? 'CANCELLED' : text;
}
