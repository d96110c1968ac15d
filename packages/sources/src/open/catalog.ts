import type { Catalog, CatalogOptions } from '../kinds/products/catalog.ts';
import { readingOf, TimeRead } from '../kinds/products/reading.ts';
import { SpooledCatalog } from '../kinds/products/spooled-catalog.ts';
import { mappedProducts } from '../platforms/generic/products/mapped.ts';
import { readFiles } from '../reading/read-files.ts';
import { listSources } from './product-registry.ts';
import { withStorefronts } from './storefront.ts';
import type { Source } from '../kinds/products/source.ts';

/**
 * Opens product files, recognises the format, reads everything once to its end, and gives back a catalog that can be
 * gone through as often as needed in constant memory. What is read lies in a private temporary folder until
 * {@link Catalog.close}.
 *
 * @param files Paths or `https:` addresses; `-` is standard input. CSV, TSV, JSON, NDJSON, .xlsx or .ods, each also gzipped; all of one format.
 * @throws {SourceError} The input cannot be used as a whole: unreadable, not recognised, shifted rows, a price without
 * a currency, an option that makes no sense. One record's faults are not errors.
 *
 * @example
 * const catalog = await openCatalog(['products.csv'], { currency: 'USD' });
 * for await (const { product, faults, line } of catalog.records()) {
 *   if (product === undefined) console.error(line, faults);
 * }
 * await catalog.close();
 */
export function openCatalog(
  files: readonly string[],
  options: CatalogOptions = {},
): Promise<Catalog> {
  const sources = [...(options.sources ?? []), ...listSources()];
  return openWith(sources, files, withStorefronts(files, options));
}

/** The same with just these sources, in the order in which they are tried. */
export async function openWith(
  sources: readonly Source[],
  files: readonly string[],
  options: CatalogOptions,
): Promise<Catalog> {
  const time = new TimeRead(options.now);
  const records = await readFiles(
    readingOf(sources, files, options, { time, behind: mappedProducts }),
  );
  return new SpooledCatalog(records, time);
}
