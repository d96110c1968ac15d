import type { Order } from 'sequenzy-contract';

/**
 * Where a backfill takes its orders from. It reads them more than once (totals and the newest profile are known only
 * at the end), so what it is given must be readable again: an array, a function that starts over each time it is
 * called, or {@link StoredOrders}. Anything else can be read once, and needs `singlePass`.
 */
export type OrderSource = OrderIterable | (() => OrderIterable) | StoredOrders;

/** Orders, one after the other. */
export type OrderIterable = Iterable<Order> | AsyncIterable<Order>;

/** Orders that lie somewhere they can be read from again, and one by one: a spooled file, a table with row numbers. */
export interface StoredOrders extends AsyncIterable<Order> {
  /** The order that comes at this place, from 0, when all are read. */
  read(ordinal: number): Order | Promise<Order>;
}

/** Starts over; inputs are not checked yet. */
export type ReadAll = () => Iterable<unknown> | AsyncIterable<unknown>;

/** How a source can be read. */
export interface Access {
  /** `undefined`: it can be read once only. */
  readonly again: ReadAll | undefined;
  /** `undefined`: only from its beginning. */
  readonly read: ((ordinal: number) => unknown) | undefined;
  readonly all: ReadAll;
}

export function accessTo(source: OrderSource): Access {
  if (typeof source === 'function') return { again: source, all: source, read: undefined };
  const all: ReadAll = () => source;
  if (Array.isArray(source)) {
    const orders: readonly unknown[] = source;
    return { again: all, all, read: (ordinal) => orders[ordinal] };
  }
  if ('read' in source) return { again: all, all, read: (ordinal) => source.read(ordinal) };
  return { again: undefined, all, read: undefined };
}
