import { allOf } from '../conformance/suite.ts';
import type { OrderRecord, Orders, OrdersOptions } from '../kinds/orders/orders.ts';
import type { OrderSource } from '../kinds/orders/source.ts';
import type { Catalog, CatalogOptions, CatalogRecord } from '../kinds/products/catalog.ts';
import type { Source } from '../kinds/products/source.ts';
import { openWith } from './catalog.ts';
import { listOrderSources } from './order-registry.ts';
import { openOrdersWith } from './orders.ts';
import { listSources } from './product-registry.ts';

/** Opens a text as products, as if it came through a pipe. */
export function openText(
  text: string | Uint8Array,
  options: CatalogOptions = {},
  sources: readonly Source[] = listSources(),
): Promise<Catalog> {
  return openWith(sources, ['-'], { ...options, stdin: inChunks(text) });
}

/** A catalog's records, closed afterwards. */
export async function recordsOf(
  text: string | Uint8Array,
  options?: CatalogOptions,
): Promise<CatalogRecord[]> {
  const catalog = await openText(text, options);
  try {
    return await allOf(catalog.records());
  } finally {
    await catalog.close();
  }
}

/** The first record of a text. */
export async function firstRecordOf(
  text: string,
  options?: CatalogOptions,
): Promise<CatalogRecord | undefined> {
  const [first] = await recordsOf(text, options);
  return first;
}

/** Opens a text as orders, as if it came through a pipe. */
export function openOrdersText(
  text: string | Uint8Array,
  options: OrdersOptions = {},
  sources: readonly OrderSource[] = listOrderSources(),
): Promise<Orders> {
  return openOrdersWith(sources, ['-'], { ...options, stdin: inChunks(text) });
}

/** The records of orders, closed afterwards. */
export async function orderRecordsOf(
  text: string | Uint8Array,
  options?: OrdersOptions,
): Promise<OrderRecord[]> {
  const orders = await openOrdersText(text, options);
  try {
    return await allOf(orders.records());
  } finally {
    await orders.close();
  }
}

/** As a pipe hands it on. */
export async function* inChunks(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let start = 0; start < bytes.length; start += 4096) {
    yield await Promise.resolve(bytes.subarray(start, start + 4096));
  }
}
