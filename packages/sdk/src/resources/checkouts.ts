import {
  readCheckoutReply,
  checkoutSchema,
  type Checkout,
  type CheckoutReply,
} from 'sequenzy-contract';
import { type ReplayOptions, requireInput, type Transport } from 'sequenzy-transport';
import { requireDone } from '../answers/require-done.ts';

/** Started checkouts. Source: the vendor's page "checkout started". */
export class Checkouts {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Records that a checkout was started. Repeated only on 429 and when nothing was sent, unless `replay` is set:
   * twice would be two events.
   *
   * @throws {SequenzyValidationError} before anything is sent; other SequenzyErrors after, with `ambiguous` set
   * where it may have arrived all the same.
   */
  async track(checkout: Checkout, options: ReplayOptions = {}): Promise<CheckoutReply> {
    const call = { method: 'POST', path: '/checkouts' } as const;
    const answer = await this.#transport({
      ...call,
      body: JSON.stringify(requireInput(checkoutSchema, checkout, 'checkout')),
      replayable: options.replay ?? false,
      priority: 'checkout',
      signal: options.signal,
    });
    requireDone(answer, call, { ids: { checkoutId: checkout.checkoutId } });
    return readCheckoutReply(answer.json);
  }
}
