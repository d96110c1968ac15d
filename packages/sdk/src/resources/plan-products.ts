import { systemClock, type Clock, type Product } from 'sequenzy-contract';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import { Delivery } from '../delivery/delivery.ts';
import type { DeliveryResult } from '../delivery/outcome.ts';
import { countOnly, unwritten } from '../delivery/dry-run.ts';
import { productEndpoint } from './product-endpoint.ts';
import { carriedFromLedger, type StockCarrier } from './stock/carry-stock.ts';

/**
 * Plans a sync of these products without a key and without any request: the same checks, merges and batches as
 * {@link Products.sync}. `requests.sent` is the number of requests, `accepted` counts records that would be sent;
 * `stock` counts those that a sync has to read first. With a ledger, which is only read, it tells new from changed and
 * unchanged, and what comes back in stock by what it remembers. {@link Products.plan} reads what is stored.
 *
 * @example
 * const { requests, records } = await planProducts(products);
 * console.log(`${records.accepted} products in ${requests.sent} requests`);
 */
export async function planProducts(
  products: Iterable<Product> | AsyncIterable<Product>,
  options: DeliveryOptions = {},
): Promise<DeliveryResult> {
  return planWith(carriedFromLedger(options.stockReads ?? {}), products, options, systemClock);
}

/** Goes through the products as a sync does, with nothing sent or written; everything is counted, whatever the ceiling. */
export function planWith(
  carrier: StockCarrier,
  products: Iterable<Product> | AsyncIterable<Product>,
  { ledger, ...options }: DeliveryOptions,
  clock: Clock,
): Promise<DeliveryResult> {
  const readOnly = ledger === undefined ? {} : { ledger: unwritten(ledger) };
  const rest = { ...options, ...readOnly, maxRestocks: Infinity };
  return new Delivery(productEndpoint(countOnly, carrier), rest, clock).run(products);
}
