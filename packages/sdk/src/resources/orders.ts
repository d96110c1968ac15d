import { orderReplySchema, orderSchema, type Order, type OrderReply } from 'sequenzy-contract';
import { tolerate } from '../transport/tolerate.ts';
import type { Transport } from '../transport/transport.ts';
import type { CallOptions } from './call-options.ts';
import { requireInput } from './checked.ts';

/** Order events. Source: the vendor's page "orders create". */
export class Orders {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Pushes one order event. `orderId` makes it idempotent, so every failure that may pass is repeated.
   * The server answers before the work is done: `queued`, with a `jobId`.
   *
   * @throws {SequenzyValidationError} before anything is sent; other SequenzyErrors after.
   * @example
   * await sequenzy.orders.push({ orderId: '1001', totalCents: 4999, currency: 'USD', customer: { email: 'ada@example.com' } });
   */
  async push(order: Order, { signal }: CallOptions = {}): Promise<OrderReply> {
    const { json } = await this.#transport({
      method: 'POST',
      path: '/orders',
      body: JSON.stringify(requireInput(orderSchema, order, 'order')),
      replayable: true,
      signal,
    });
    return tolerate(orderReplySchema, json);
  }
}
