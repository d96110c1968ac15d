import type { Order } from 'sequenzy-contract';
import type { OrderNote, OrderFacts } from '../source.ts';
import { readRefund } from './refund.ts';
import type { Members } from '../members.ts';

/** What the platform says about payment, delivery and cancellation. */
export interface PlatformState {
  /** Lower case with `_`; empty where nothing is said. */
  readonly financial: string;
  /** Lower case; empty where nothing is said. */
  readonly fulfillment: string;
  readonly isCancelled: boolean;
  /** A time of payment is given, whatever the state says. */
  readonly hasPaymentTime?: boolean;
  readonly totalCents: number | undefined;
  /** Zero where nothing is said; undefined where something went back and nobody knows how much in the order's currency. */
  readonly refundedCents: number | undefined;
}

export interface ReadStatus {
  /** What the order itself says of it. */
  readonly state: {
    readonly status: NonNullable<Order['status']>;
    readonly refundAmountCents?: number;
  };
  /** Whether nobody has paid yet, and the order is not over either. */
  readonly isPending: boolean;
  readonly facts: OrderFacts;
  readonly notes: readonly OrderNote[];
}

/** Source: the platform's REST resources, and public importers for the values that no file here has. */
const paid = new Set(['', 'paid', 'partially_paid', 'partially_refunded', 'refunded']);
const pending = new Set(['pending', 'authorized']);
const over = new Set(['voided', 'expired']);

export const financialStates: readonly string[] = [...paid, ...pending, ...over].filter(Boolean);

/**
 * Refunded in full before cancelled, cancelled before fulfilled. A refund in part leaves the status as it is. What was
 * delivered is a sale, also where the payment is pending: cash on delivery stays in this state. A delivery that was
 * cancelled is an order that was.
 */
export function readStatus(platform: PlatformState): ReadStatus {
  const { financial, fulfillment, totalCents, refundedCents } = platform;
  const isCancelled = platform.isCancelled || /^cancell?ed$/.test(fulfillment);
  const refund = readRefund({
    refundedCents,
    totalCents,
    isRefunded: financial === 'refunded',
    isPartly: financial === 'partially_refunded',
  });
  const { notes, cents } = refund;
  const cancelled = isCancelled && ({ cancelled: true } as const);
  if (refund.isWhole) {
    const state = { status: 'refunded', refundAmountCents: cents } as const;
    return { state, isPending: false, facts: { ...cancelled }, notes };
  }
  const isOver = isCancelled || over.has(financial);
  const isDelivered = fulfillment === 'fulfilled';
  const isPending = pending.has(financial) && !isDelivered && !isOver;
  const status = isOver ? 'cancelled' : isDelivered ? 'fulfilled' : 'placed';
  const hasPaid = paid.has(financial) || refundedCents !== 0 || platform.hasPaymentTime === true;
  const isUnpaid = (isOver || isPending) && !hasPaid;
  return {
    state: { status, ...(cents > 0 && { refundAmountCents: cents }) },
    isPending,
    facts: { ...(isUnpaid && { paid: false }), ...cancelled },
    notes,
  };
}

/** A payment state in lower case with `_`; one that nobody knows is a fault. */
export function financialOf(order: Members, key: string): string {
  const financial = order.text(key)?.toLowerCase() ?? '';
  if (financial !== '' && !financialStates.includes(financial)) {
    order.fault(key, `expected one of ${financialStates.join(', ')}, got "${financial}"`);
  }
  return financial;
}
