import type { Product } from 'sequenzy-contract';
import { systemClock } from '../clock.ts';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import { Delivery } from '../delivery/delivery.ts';
import type { DeliveryResult } from '../delivery/outcome.ts';
import type { Transport } from '../transport/transport.ts';
import { productEndpoint } from './product-endpoint.ts';

/**
 * What a sync of these products would take, without a key and without sending anything: the same checks, merges
 * and batches as {@link Products.sync}. `requests.sent` is the number of requests, `accepted` counts records that
 * would be sent.
 *
 * @example
 * const { requests, records } = await planProducts(products);
 * console.log(`${records.accepted} products in ${requests.sent} requests`);
 */
export function planProducts(
  products: Iterable<Product> | AsyncIterable<Product>,
  options: DeliveryOptions = {},
): Promise<DeliveryResult> {
  return new Delivery(productEndpoint(countOnly), options, systemClock).run(products);
}

const countOnly: Transport = ({ meter }) => {
  if (meter !== undefined) meter.sent += 1;
  return Promise.resolve({ status: 200, headers: new Headers(), text: '', json: undefined });
};
