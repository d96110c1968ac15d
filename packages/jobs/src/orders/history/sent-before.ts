import type { Ledger, Order } from 'sequenzy-commerce';
import type { OrderRecord } from 'sequenzy-sources';

/** Knows which orders were sent before, and under which of their ids. */
export class SentBefore {
  readonly #ledger: Pick<Ledger, 'read'> | undefined;

  /** @param ledger Undefined: nothing is known. */
  constructor(ledger?: Pick<Ledger, 'read'>) {
    this.#ledger = ledger;
  }

  async knows({ key, formerId }: Pick<OrderRecord, 'key' | 'formerId'>): Promise<boolean> {
    return (await this.#known([key, formerId])) !== undefined;
  }

  /** An order that was sent under a former id keeps it. */
  async named(order: Order, { formerId }: Pick<OrderRecord, 'formerId'>): Promise<Order> {
    if (formerId === undefined) return order;
    const known = await this.#known([order.orderId, formerId]);
    return known === undefined || known === order.orderId ? order : { ...order, orderId: known };
  }

  /** The first of some ids that is remembered. */
  async #known(ids: readonly (string | undefined)[]): Promise<string | undefined> {
    const given = ids.filter((id) => id !== undefined);
    const entries = (await this.#ledger?.read(given)) ?? [];
    return given.find((_, at) => entries[at] !== undefined);
  }
}
