import type { FaultyOrder, Order, OrderFacts, Outcome, StoredOrders } from 'sequenzy-commerce';
import type { OrderRecord, Orders } from 'sequenzy-sources';
import { HandedOver } from '../handed-over.ts';
import { rejectOfFaults } from '../reject.ts';
import type { Rejections } from '../rejections.ts';
import { Ordinals } from './ordinals.ts';

/** The valid orders of the files, to be gone through again and again, and read by their place. */
export class OrderHistory implements StoredOrders {
  /** Records with faults, rejected already. */
  readonly faulty: readonly FaultyOrder[];
  /** Of the valid ones. */
  readonly currencies: ReadonlySet<string>;
  readonly lacksOrders: boolean;
  readonly #orders: Orders;
  readonly #ordinals: Ordinals;
  readonly #handed = new HandedOver<OrderRecord>();

  private constructor(orders: Orders, { ordinals, currencies, faulty }: Found) {
    this.#orders = orders;
    this.#ordinals = ordinals;
    this.currencies = currencies;
    this.faulty = faulty;
    this.lacksOrders = orders.lacksPages;
  }

  /** Reads all records once, and rejects the faulty ones. */
  static async of(orders: Orders, rejections: Rejections): Promise<OrderHistory> {
    const ordinals = new Ordinals();
    const currencies = new Set<string>();
    const faulty: FaultyOrder[] = [];
    for await (const record of orders.records()) {
      if (record.order === undefined) {
        const { email, orderedAt, file, line } = record;
        faulty.push({ email, orderedAt, name: `${file}, line ${String(line)}` });
        rejections.add(record, rejectOfFaults(record));
        await rejections.room();
      } else {
        ordinals.add(record.ordinal);
        currencies.add(record.order.currency);
      }
    }
    return new OrderHistory(orders, { ordinals, currencies, faulty });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Order> {
    for await (const record of this.#orders.records()) {
      if (record.order !== undefined) yield this.#handed.over(record, record.order);
    }
  }

  async read(place: number): Promise<Order> {
    const ordinal = this.#ordinals.at(place);
    const record = ordinal === undefined ? undefined : await this.#orders.read(ordinal);
    if (record?.order === undefined) throw new RangeError(`There is no order ${String(place)}`);
    return this.#handed.over(record, record.order);
  }

  factsOf(order: Order): OrderFacts {
    const { paid, cancelled } = this.recordOf({ input: order });
    const { derivesIds } = this.#orders;
    return { derivesIds, ...(paid === false && { paid }), ...(cancelled && { cancelled }) };
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
}
