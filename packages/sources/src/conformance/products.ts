import type { CatalogOptions, CatalogRecord } from '../kinds/products/catalog.ts';
import { suiteFailures, type DocumentsSample, type TableSample } from './suite.ts';
import { openText } from './open-text.ts';
import { listSources } from '../open/product-registry.ts';
import type { Source } from '../reading/format.ts';

/** A faultless input of a source, and the options it needs. */
export type ConformanceSample = (TableSample | DocumentsSample) & {
  readonly options: CatalogOptions;
};

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
