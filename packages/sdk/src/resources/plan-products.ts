import { systemClock, type Product } from 'sequenzy-contract';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import { Delivery } from '../delivery/delivery.ts';
import type { DeliveryResult } from '../delivery/outcome.ts';
import { countOnly, unwritten } from '../delivery/dry-run.ts';
import { productEndpoint } from './product-endpoint.ts';
import { carriedFromLedger } from './stock/carry-stock.ts';

/**
 * What a sync of these products would take, without a key and without sending anything: the same checks, merges
 * and batches as {@link Products.sync}. `requests.sent` is the number of requests, `accepted` counts records that
 * would be sent; `stock` counts those whose stock a sync has to read. With a ledger, which is only read, it tells new from changed and unchanged, and what comes back in stock.
 *
 * @example
 * const { requests, records } = await planProducts(products);
 * console.log(`${records.accepted} products in ${requests.sent} requests`);
 */
export async function planProducts(
  products: Iterable<Product> | AsyncIterable<Product>,
  options: DeliveryOptions = {},
): Promise<DeliveryResult> {
  const { ledger, ...rest } = options;
  const readOnly = ledger === undefined ? {} : { ledger: unwritten(ledger) };
  const endpoint = productEndpoint(countOnly, carriedFromLedger);
  return new Delivery(endpoint, { ...rest, ...readOnly }, systemClock).run(products);
}
