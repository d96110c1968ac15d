import { readOrderReply, orderSchema, type Order, type OrderReply } from 'sequenzy-contract';
import { type CallOptions, requireInput, type Transport } from 'sequenzy-transport';
import { requireDone } from '../answers/require-done.ts';

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
   * @throws {SequenzyValidationError} before anything is sent; {@link SequenzyAnswerError} where the answer
   * contradicts itself; other SequenzyErrors after.
   * @example
   * await sequenzy.orders.push({ orderId: '1001', totalCents: 4999, currency: 'USD', customer: { email: 'ada@example.com' } });
   */
  async push(order: Order, { signal }: CallOptions = {}): Promise<OrderReply> {
    const call = { method: 'POST', path: '/orders' } as const;
    const body = JSON.stringify(requireInput(orderSchema, order, 'order'));
    const answer = await this.#transport({ ...call, body, replayable: true, signal });
    requireDone(answer, call, { flags: ['queued'], ids: { orderId: order.orderId } });
    return readOrderReply(answer.json);
  }
}
