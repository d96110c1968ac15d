import {
  orderReplySchema,
  orderSchema,
  type Order,
  type OrderReply,
  type Clock,
} from 'sequenzy-contract';
import { type CallOptions, requireInput, tolerate, type Transport } from 'sequenzy-transport';
import { requireDone } from '../answers/require-done.ts';
import { runBackfill } from '../backfill/backfill.ts';
import type { BackfillOptions } from '../backfill/backfill-options.ts';
import type { BackfillResult } from '../backfill/backfill-result.ts';
import type { OrderSource } from '../backfill/order-source.ts';
import {
  verifyTotals,
  type SentTotals,
  type VerifyOptions,
  type VerifyResult,
} from '../backfill/verify/verify-totals.ts';
import { Subscribers } from './subscribers.ts';

/** Order events. Source: the vendor's page "orders create". */
export class Orders {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #random: () => number;

  constructor(transport: Transport, clock: Clock, random: () => number) {
    this.#transport = transport;
    this.#clock = clock;
    this.#random = random;
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
    return tolerate(orderReplySchema, answer.json);
  }

  /**
   * Sends a history of orders, one a request. Every order of a customer carries the final lifetime totals, and the
   * newest name, externalId and attributes, so that the values of everybody who was touched are right wherever the run
   * stops. Orders go out by time, and never two of one customer at once. Each can start automations.
   *
   * With a ledger, the same call is a first run, a resume, and a daily run that sends only what is new: what a backfill
   * puts on an order makes no old order new. (So a changed profile or changed totals travel with the next order only;
   * `full: true` sends everything.)
   *
   * Memory: about 250 MB for a million customers with an order each, computed totals included, and 65 MB for each
   * further million orders. A function whose orders do not come by time for each customer is held as a whole: let it
   * sort, or give {@link StoredOrders}.
   *
   * It does not throw for what becomes of the orders: look at `status` and `stoppedBy`.
   *
   * @throws {SequenzyValidationError} naming every option that cannot be used, {@link SequenzyPartialHistoryError} and
   * {@link SequenzySourceError} (while the source is read for the first time): before anything is sent.
   * @example
   * const result = await sequenzy.orders.backfill(() => ordersFromDatabase(), { totals: 'computed', ledger });
   * if (result.status === 'stopped') console.error(result.stoppedBy); // run it again to carry on
   */
  backfill(source: OrderSource, options: BackfillOptions): Promise<BackfillResult> {
    const subscribers = new Subscribers(this.#transport);
    return runBackfill(source, options, {
      transport: this.#transport,
      clock: this.#clock,
      random: this.#random,
      getSubscriber: (email, call) => subscribers.get(email, call),
    });
  }

  /**
   * Reads subscribers back, one request each, and compares `ordersCount`, `totalSpent` and `ltv` with the totals.
   * Orders are queued by the server: give it some seconds after a backfill.
   *
   * @throws {SequenzyError} when a subscriber cannot be read.
   * @example
   * const { totals } = await sequenzy.orders.backfill(orders, { totals: 'computed' });
   * if (totals) console.table((await sequenzy.orders.verify(totals, { sample: 50 })).differences);
   */
  verify(totals: SentTotals, options: VerifyOptions = {}): Promise<VerifyResult> {
    const subscribers = new Subscribers(this.#transport);
    return verifyTotals(totals, options, (email, call) => subscribers.get(email, call));
  }
}
