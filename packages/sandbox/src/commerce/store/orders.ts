import type { Order } from 'sequenzy-contract';

export type OrderStatus = NonNullable<Order['status']>;

/** What the sandbox remembers of an orderId. */
export interface SandboxOrder {
  readonly orderId: string;
  /** The last payload that was pushed. */
  readonly order: Order;
  /** Every status that was pushed, in order, each once. */
  readonly statuses: readonly OrderStatus[];
  /** Whether its total stands in the subscriber's revenue. */
  readonly counted: boolean;
  readonly jobId: string;
}

export class OrderStore {
  readonly #byId = new Map<string, SandboxOrder>();

  get size(): number {
    return this.#byId.size;
  }

  find(orderId: string): SandboxOrder | undefined {
    return this.#byId.get(orderId);
  }

  save(order: SandboxOrder): void {
    this.#byId.set(order.orderId, order);
  }

  [Symbol.iterator](): Iterator<SandboxOrder> {
    return this.#byId.values();
  }
}
