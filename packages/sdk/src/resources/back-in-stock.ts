import {
  readBackInStockReply,
  backInStockRequestSchema,
  type BackInStockReply,
  type BackInStockRequest,
} from 'sequenzy-contract';
import { type ReplayOptions, requireInput, type Transport } from 'sequenzy-transport';
import { requireDone } from '../answers/require-done.ts';

/** Back-in-stock requests. Source: the vendor's page "back-in-stock". */
export class BackInStock {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Puts a customer on a product's waiting list. Repeated only on 429 and when nothing was sent, unless `replay`
   * is set.
   *
   * @throws {SequenzyValidationError} before anything is sent; other SequenzyErrors after, with `ambiguous` set
   * where it may have arrived all the same.
   */
  async register(
    request: BackInStockRequest,
    options: ReplayOptions = {},
  ): Promise<BackInStockReply> {
    const call = { method: 'POST', path: '/back-in-stock' } as const;
    const answer = await this.#transport({
      ...call,
      body: JSON.stringify(requireInput(backInStockRequestSchema, request, 'request')),
      replayable: options.replay ?? false,
      priority: 'checkout',
      signal: options.signal,
    });
    requireDone(answer, call, { ids: { productId: request.productId } });
    return readBackInStockReply(answer.json);
  }
}
