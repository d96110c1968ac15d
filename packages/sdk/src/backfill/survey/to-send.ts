import { Column } from '../tables/column.ts';
import type { OrderTable } from './order-table.ts';

/** Which orders of a source are sent, and which of them is the newest of its customer. */
export class ToSend {
  /** Customers with an order to send. */
  readonly customers: number;
  /** Orders the filters leave out. */
  readonly leftOut: number;
  /** Times of the first and the last order, sent or not, in milliseconds since 1970. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  readonly #orders: OrderTable;
  /** Row + 1 of the customer's newest order that is sent; 0 where there is none. */
  readonly #newest = new Column(Uint32Array);
  /** One more than the highest number of a customer. */
  readonly #end: number;

  constructor(orders: OrderTable) {
    this.#orders = orders;
    let [customers, leftOut, end] = [0, 0, 0];
    let [from, to] = [Infinity, -Infinity];
    for (const row of orders.rows()) {
      const time = orders.time(row);
      [from, to] = [Math.min(from, time), Math.max(to, time)];
      if (!orders.isSelected(row)) {
        leftOut += 1;
        continue;
      }
      const customer = orders.customer(row);
      const newest = this.#newest.get(customer);
      end = Math.max(end, customer + 1);
      if (newest === 0) customers += 1;
      if (newest === 0 || time >= orders.time(newest - 1)) this.#newest.set(customer, row + 1);
    }
    [this.customers, this.leftOut, this.#end] = [customers, leftOut, end];
    this.span = orders.size === 0 ? undefined : { from, to };
  }

  /** Their numbers. */
  *customerNumbers(): Generator<number> {
    for (let customer = 0; customer < this.#end; customer++) {
      if (this.#newest.get(customer) !== 0) yield customer;
    }
  }

  /** Place of the customer's newest order that is sent. */
  placeOf(customer: number): number {
    return this.#orders.ordinal(this.#newest.get(customer) - 1);
  }

  /** Whether it is the newest of its customer's orders that are sent. */
  isNewest(row: number): boolean {
    return this.#newest.get(this.#orders.customer(row)) === row + 1;
  }
}
