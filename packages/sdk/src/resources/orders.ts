import { readOrderReply, orderSchema, type Order, type OrderReply } from 'sequenzy-contract';
import {
  type ApiPromise,
  type CallOptions,
  promised,
  requireInput,
  type Transport,
} from 'sequenzy-transport';
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
  push(order: Order, options: CallOptions = {}): ApiPromise<OrderReply> {
    return promised(async () => {
      const call = { method: 'POST', path: '/orders' } as const;
      const body = JSON.stringify(requireInput(orderSchema, order, 'order'));
      const response = await this.#transport({ ...options, ...call, body, replayable: true });
      requireDone(response, call, { flags: ['queued'], ids: { orderId: order.orderId } });
      return { data: readOrderReply(response.json), response };
    });
  }
}
