import type { Ledger, Order, Outcome } from 'sequenzy-commerce';
import type { FaultyOrder, OrderFacts, StoredOrders } from 'sequenzy-commerce/backfill';
import { Erasures } from 'sequenzy-commerce/backfill';
import type { OrderRecord, Orders } from 'sequenzy-sources';
import { HandedOver } from '../../rejects/handed-over.ts';
import { rejectOfFaults } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';
import { KeySet } from 'sequenzy-contract';
import { HistoryShapes, type HistoryShape } from './history-shape.ts';
import { Ordinals } from './ordinals.ts';
import { SentBefore } from './sent-before.ts';

/** The valid orders of the files, to be gone through again and again, and read by their place. */
export class OrderHistory implements StoredOrders {
  /** Records with faults, rejected already. */
  readonly faulty: readonly FaultyOrder[];
  /** Of the valid ones. */
  readonly currencies: ReadonlySet<string>;
  readonly lacksOrders: boolean;
  /** How the orders lie in time and among customers. */
  readonly shape: HistoryShape;
  /** Ids of faulty records. */
  readonly #rejected: KeySet;
  readonly #orders: Orders;
  #ordinals: Ordinals;
  /** Ordinals of cancelled orders that are to be sent only where they were sent before, until that is known. */
  #held: ReadonlySet<number>;
  #erased = new Set<number>();
  #sentBefore = new SentBefore();
  readonly #handed = new HandedOver<OrderRecord>();

  private constructor(
    orders: Orders,
    { ordinals, currencies, faulty, held, rejected, shape }: Found,
  ) {
    this.#orders = orders;
    this.#ordinals = ordinals;
    this.#held = held;
    this.shape = shape;
    this.currencies = currencies;
    this.faulty = faulty;
    this.#rejected = rejected;
    this.lacksOrders = orders.lacksPages;
  }

  /** Reads all records once, and rejects the faulty ones. */
  static async of(orders: Orders, rejections: Rejections): Promise<OrderHistory> {
    const ordinals = new Ordinals();
    const currencies = new Set<string>();
    const faulty: FaultyOrder[] = [];
    const held = new Set<number>();
    const rejected = new KeySet();
    const shapes = new HistoryShapes();
    for await (const record of orders.records()) {
      if (record.order === undefined) {
        const { email, orderedAt, file, line } = record;
        const name = `${file}, line ${String(line)}`;
        faulty.push({ email, orderedAt, name, orderId: record.key });
        if (record.key !== undefined) rejected.add(record.key);
        rejections.add(record, rejectOfFaults(record));
        await rejections.room();
      } else if (record.onlyIfKnown === true) {
        held.add(record.ordinal);
      } else {
        ordinals.add(record.ordinal);
        currencies.add(record.order.currency);
        shapes.add(record.order);
      }
    }
    const { shape } = shapes;
    return new OrderHistory(orders, { ordinals, currencies, faulty, held, rejected, shape });
  }

  /** Cancelled orders that are not handed out, because nothing shows that they were ever sent. */
  get neverSent(): number {
    return this.#held.size;
  }

  /**
   * Looks up which orders were sent before: cancellations of those are handed out, under the id that they had. Those of
   * customers who were erased are not.
   */
  async recall(ledger: Pick<Ledger, 'read' | 'salt'> | undefined): Promise<void> {
    this.#sentBefore = new SentBefore(ledger);
    const erasures = await Erasures.in(ledger);
    if (ledger === undefined || (this.#held.size === 0 && !erasures.any)) return;
    this.#erased = new Set();
    const held = new Set<number>();
    const ordinals = new Ordinals();
    for await (const record of this.#orders.records()) {
      if (record.order === undefined) continue;
      if (await erasures.has(record.order.customer.email)) {
        this.#erased.add(record.ordinal);
        continue;
      }
      const isKnown = !this.#held.has(record.ordinal) || (await this.#sentBefore.knows(record));
      if (isKnown) ordinals.add(record.ordinal);
      else held.add(record.ordinal);
    }
    this.#held = held;
    this.#ordinals = ordinals;
  }

  /** Orders of customers who were erased: nothing is sent of them. */
  get erased(): number {
    return this.#erased.size;
  }

  #isLeftOut({ ordinal }: OrderRecord): boolean {
    return this.#held.has(ordinal) || this.#erased.has(ordinal);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Order> {
    for await (const record of this.#orders.records()) {
      if (record.order === undefined || this.#isLeftOut(record)) continue;
      yield this.#handed.over(record, await this.#sentBefore.named(record.order, record));
    }
  }

  async read(place: number): Promise<Order> {
    const ordinal = this.#ordinals.at(place);
    const record = ordinal === undefined ? undefined : await this.#orders.read(ordinal);
    if (record?.order === undefined) throw new RangeError(`There is no order ${String(place)}`);
    return this.#handed.over(record, await this.#sentBefore.named(record.order, record));
  }

  withholds(orderId: string): boolean {
    return this.#orders.hasSkipped(orderId) || this.#rejected.has(orderId);
  }

  factsOf(order: Order): OrderFacts {
    const { paid, cancelled, updatedAt } = this.recordOf({ input: order });
    const { derivesIds } = this.#orders;
    return {
      derivesIds,
      ...(paid === false && { paid }),
      ...(cancelled && { cancelled }),
      ...(updatedAt !== undefined && { updatedAt }),
    };
  }

  /** The record an order came from. */
  recordOf(outcome: Pick<Outcome, 'input'>): OrderRecord {
    return this.#handed.recordOf(outcome);
  }
}

interface Found {
  readonly ordinals: Ordinals;
  readonly currencies: ReadonlySet<string>;
  readonly faulty: readonly FaultyOrder[];
  readonly held: ReadonlySet<number>;
  readonly rejected: KeySet;
  readonly shape: HistoryShape;
}
