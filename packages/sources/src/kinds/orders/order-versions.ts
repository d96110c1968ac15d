import { orderSchema, isRecord } from 'sequenzy-contract';
import type { Resolved } from '../../reading/record-kind.ts';
import type { MappedOrder } from './source.ts';
import { notPaidYet } from './skip-reason.ts';

type Versions = readonly [MappedOrder, ...MappedOrder[]];

/** One order of several versions: the one with the later state. */
export function oneOf(versions: Versions): MappedOrder {
  return versions.length < 2 ? versions[0] : resolveVersions(versions).made;
}

/** Finds the version that counts, and says that there were others. One that is faulty cannot be passed over unseen. */
export function resolveVersions(versions: Versions): Resolved<MappedOrder> {
  const faulty = versions.find(isFaulty);
  if (faulty !== undefined) return { at: versions.indexOf(faulty), made: faulty };
  const later = laterOf(versions);
  const { onlyIfKnown, ...made } = later;
  const isSale = onlyIfKnown !== true || versions.some(provesSale);
  const formerId = made.formerId ?? versions.find((one) => one.formerId !== undefined)?.formerId;
  const [first, ...others] = versions;
  const isSame = others.every(
    ({ order, skip }) =>
      skip === first.skip && JSON.stringify(order) === JSON.stringify(first.order),
  );
  return {
    at: versions.indexOf(later),
    made: {
      ...made,
      ...(!isSale && { onlyIfKnown }),
      ...(formerId !== undefined && { formerId }),
      notes: [...(made.notes ?? []), isSame ? 'repeatedOrder' : 'versions'],
    },
  };
}

function isFaulty({ skip, faults, order }: MappedOrder): boolean {
  if (skip !== undefined) return false;
  return faults.length > 0 || !orderSchema.safeParse(order).success;
}

/** What tells the versions of one order apart. */
type Version = Pick<
  MappedOrder,
  'order' | 'skip' | 'paid' | 'cancelled' | 'onlyIfKnown' | 'updatedAt'
>;

const states = ['placed', 'fulfilled', 'cancelled', 'refunded'];

/**
 * Finds the version with the later state: by the time of its update where all say that; else refunded before cancelled,
 * fulfilled and placed, then by the larger refund, the larger total and the more lines. The order of the versions makes
 * no difference unless nothing tells them apart; then it is the last.
 */
function laterOf<One extends Version>(versions: readonly [One, ...One[]]): One {
  const isTimed = versions.every(({ updatedAt }) => updatedAt !== undefined);
  return versions.reduce((best, one) => (isBefore(one, best, isTimed) ? best : one));
}

/** Whether another version shows that an order that was cancelled had been a sale. */
function provesSale({ skip, onlyIfKnown }: Version): boolean {
  return skip === undefined && onlyIfKnown !== true;
}

function isBefore(one: Version, other: Version, isTimed: boolean): boolean {
  const [left, right] = [rankOf(one, isTimed), rankOf(other, isTimed)];
  for (const [at, rank] of left.entries()) {
    const difference = rank - (right[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function rankOf(version: Version, isTimed: boolean): number[] {
  const order = isRecord(version.order) ? version.order : {};
  const { status = 'placed', refundAmountCents, totalCents, items } = order;
  const isPaid = version.skip !== notPaidYet && version.paid !== false;
  return [
    isTimed ? Date.parse(version.updatedAt ?? '') : 0,
    states.indexOf(String(status)),
    isPaid ? 1 : 0,
    numberOf(refundAmountCents),
    version.skip === undefined ? 1 : 0,
    numberOf(totalCents),
    Array.isArray(items) ? items.length : 0,
  ];
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
