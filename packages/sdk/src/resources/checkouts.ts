import {
  readCheckoutReply,
  checkoutSchema,
  type Checkout,
  type CheckoutReply,
} from 'sequenzy-contract';
import {
  type ApiPromise,
  promised,
  type ReplayOptions,
  requireInput,
  type Transport,
} from 'sequenzy-transport';
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
   * @example
   * await sequenzy.checkouts.track(checkout, { timeout: 2000, maxRetries: 0 }); // nobody waits longer at the till
   */
  track(checkout: Checkout, options: ReplayOptions = {}): ApiPromise<CheckoutReply> {
    return promised(async () => {
      const call = { method: 'POST', path: '/checkouts' } as const;
      const response = await this.#transport({
        ...options,
        ...call,
        body: JSON.stringify(requireInput(checkoutSchema, checkout, 'checkout')),
        replayable: options.replay ?? false,
        priority: 'checkout',
      });
      requireDone(response, call, { ids: { checkoutId: checkout.checkoutId } });
      return { data: readCheckoutReply(response.json), response };
    });
  }
}
