import { isObject, type Order } from 'sequenzy-contract';
import { requireIterable } from '../delivery/require-iterable.ts';
import { noFacts, type OrderFacts } from './order-facts.ts';

/**
 * Where a backfill takes its orders from. It reads them more than once (totals and the newest profile are known only
 * at the end), so what it is given must be readable again: an array, a function that starts over each time it is
 * called, or {@link StoredOrders}. Anything else can be read once, and needs `singlePass`.
 */
export type OrderSource = OrderIterable | (() => OrderIterable) | StoredOrders;

/** Orders, one after the other. */
type OrderIterable = Iterable<Order> | AsyncIterable<Order>;

/** Orders that lie somewhere they can be read from again, and one by one: a spooled file, a table with row numbers. */
export interface StoredOrders extends AsyncIterable<Order> {
  /** The order that comes at this place, from 0, when all are read. */
  read(ordinal: number): Order | Promise<Order>;
  /** What is known of an order that was handed out, besides what the API takes. Default: nothing. */
  factsOf?(order: Order): OrderFacts;
  /**
   * Orders that are there and cannot be handed out, because they are faulty: computed totals lack them. Looked at when
   * all others were read. Default: none.
   */
  readonly faulty?: Iterable<FaultyOrder>;
  /**
   * Whether an order is there and is not handed out, because it was skipped or is faulty: then it is not missing.
   * Default: only what is handed out is there.
   */
  withholds?(orderId: string): boolean;
  /** What it was read from says itself that orders are missing, such as pages of a list. Default: false. */
  readonly lacksOrders?: boolean;
}

/** What is known of an order that cannot be sent, and does not count. */
export interface FaultyOrder {
  /** `undefined`: nobody knows whose it is. */
  readonly email: string | undefined;
  /** When it was placed. `undefined`: it may be its customer's newest. */
  readonly orderedAt?: string | undefined;
  /** What to call it in an error: `orders.csv, line 12`. */
  readonly name: string;
  /** Tells whose it is where it was sent before. `undefined`: not known. */
  readonly orderId?: string | undefined;
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
  /** Of an input that was read from it. */
  readonly factsOf: (input: unknown) => OrderFacts;
  readonly faulty: Iterable<FaultyOrder> | AsyncIterable<FaultyOrder>;
  readonly withholds: (orderId: string) => boolean;
  readonly lacksOrders: boolean;
}

export function accessTo(source: OrderSource): Access {
  const faulty: FaultyOrder[] = [];
  const whole = { faulty, lacksOrders: false, factsOf: () => noFacts, withholds: () => false };
  if (typeof source === 'function')
    return { again: source, all: source, read: undefined, ...whole };
  requireIterable(source);
  const all: ReadAll = () => source;
  if (Array.isArray(source)) {
    const orders: readonly unknown[] = source;
    return { again: all, all, read: (ordinal) => orders[ordinal], ...whole };
  }
  if ('read' in source) {
    const read = (ordinal: number): unknown => source.read(ordinal);
    const { lacksOrders = false } = source;
    const factsOf = (input: unknown): OrderFacts =>
      // It is asked about nothing but what it has handed out itself.
      isObject(input) ? (source.factsOf?.(input as Order) ?? noFacts) : noFacts;
    const withholds = (orderId: string): boolean => source.withholds?.(orderId) ?? false;
    return {
      again: all,
      all,
      read,
      factsOf,
      faulty: source.faulty ?? faulty,
      withholds,
      lacksOrders,
    };
  }
  return { again: undefined, all, read: undefined, ...whole };
}
