import { mappedOrders } from '../platforms/generic/orders/mapped.ts';
import { readFiles } from '../reading/read-files.ts';
import type { Orders, OrdersOptions } from '../kinds/orders/orders.ts';
import { readingOf } from '../kinds/orders/reading.ts';
import { listOrderSources } from './order-registry.ts';
import type { OrderSource } from '../kinds/orders/source.ts';
import { SpooledOrders } from '../kinds/orders/spooled-orders.ts';

/**
 * Opens order files, recognises the format, reads everything once to its end, and gives back orders that can be gone
 * through as often as needed, and read by number, in constant memory. What is read lies in a private temporary folder
 * until {@link Orders.close}.
 *
 * @param files Paths; `-` is standard input. CSV, TSV, JSON, NDJSON, .xlsx or .ods, each also gzipped; all of one format.
 * @throws {SourceError} The input cannot be used as a whole: unreadable, not recognised, shifted rows, amounts without
 * a currency, an option that makes no sense. One record's faults are not errors.
 *
 * @example
 * const orders = await openOrders(['orders.csv'], { timezone: 'Europe/Berlin' });
 * for await (const { order, faults, line } of orders.records()) {
 *   if (order === undefined) console.error(line, faults);
 * }
 * await orders.close();
 */
export function openOrders(files: readonly string[], options: OrdersOptions = {}): Promise<Orders> {
  return openOrdersWith([...(options.sources ?? []), ...listOrderSources()], files, options);
}

/** The same with just these sources, in the order in which they are tried. */
export async function openOrdersWith(
  sources: readonly OrderSource[],
  files: readonly string[],
  options: OrdersOptions,
): Promise<Orders> {
  return new SpooledOrders(
    await readFiles(readingOf(sources, files, options, mappedOrders)),
    options.wording,
  );
}
