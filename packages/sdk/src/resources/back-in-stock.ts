import {
  readBackInStockReply,
  backInStockRequestSchema,
  type BackInStockReply,
  type BackInStockRequest,
} from 'sequenzy-contract';
import {
  type ApiPromise,
  promised,
  type ReplayOptions,
  requireInput,
  type Transport,
} from 'sequenzy-transport';
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
  register(request: BackInStockRequest, options: ReplayOptions = {}): ApiPromise<BackInStockReply> {
    return promised(async () => {
      const call = { method: 'POST', path: '/back-in-stock' } as const;
      const response = await this.#transport({
        ...options,
        ...call,
        body: JSON.stringify(requireInput(backInStockRequestSchema, request, 'request')),
        replayable: options.replay ?? false,
        priority: 'checkout',
      });
      requireDone(response, call, { ids: { productId: request.productId } });
      return { data: readBackInStockReply(response.json), response };
    });
  }
}
