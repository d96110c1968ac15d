import type { ConformanceSample, OrderConformanceSample } from '../conformance/sample.ts';
import { suiteFailures } from '../conformance/suite.ts';
import type { OrderRecord } from '../kinds/orders/orders.ts';
import type { OrderSource } from '../kinds/orders/source.ts';
import type { CatalogRecord } from '../kinds/products/catalog.ts';
import type { Source } from '../kinds/products/source.ts';
import { openOrdersText, openText } from './open-text.ts';
import { listSources } from './product-registry.ts';

/**
 * Holds a source to what every source has to do, and says what it does not: the file is recognised among all others,
 * every row is accounted for, records can be read twice and found again in the file, encodings and the order of rows do
 * not matter, and a rejects file can be read.
 *
 * @param sources All that it has to be told from, itself included. Default: it and every registered one.
 * @returns One sentence for each failure; empty when the source conforms.
 *
 * @example
 * expect(await checkConformance(mine, { header, rows, options: { currency: 'EUR' } })).toEqual([]);
 */
export function checkConformance(
  source: Source,
  sample: ConformanceSample,
  sources: readonly Source[] = [source, ...listSources()],
): Promise<string[]> {
  return suiteFailures<CatalogRecord>(source, sample, {
    open: (text) => openText(text, sample.options, sources),
    valueOf: ({ product }) => product,
    partsOf: ({ product }) => product?.variants?.length,
  });
}

/**
 * Holds a source of orders to what every source has to do, as the suite for products does.
 *
 * @returns One sentence for each failure; empty when the source conforms.
 */
export function checkOrderConformance(
  source: OrderSource,
  sample: OrderConformanceSample,
  sources: readonly OrderSource[],
): Promise<string[]> {
  return suiteFailures<OrderRecord>(source, sample, {
    open: (text) => openOrdersText(text, sample.options, sources),
    valueOf: ({ order }) => order,
    partsOf: ({ order }) => order?.items?.length,
  });
}
