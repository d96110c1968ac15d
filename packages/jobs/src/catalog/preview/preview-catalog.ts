import type { Product } from 'sequenzy-commerce';
import { shownFile } from 'sequenzy-sources/address';
import { demandFiles } from '../../input/records/open-records.ts';
import type { Surroundings } from '../../job/surroundings.ts';
import { withJob } from '../../job/with-job.ts';
import { openProducts } from '../../input/records/open-records.ts';
import { Rejections } from '../../rejects/rejections.ts';
import type { Reject } from '../../report/reject.ts';
import { readProducts } from '../diff/read-products.ts';
import type { SyncOptions } from '../sync/sync-options.ts';

export interface CatalogPreview {
  /** As the user named them. */
  readonly files: readonly string[];
  /** What they were taken for, as people call it. */
  readonly source: string;
  /** As a sync would send them; of records with one id the later one's fields win. */
  readonly products: readonly Product[];
  /** What would be rejected for what stands in the file. */
  readonly rejects: readonly Reject[];
  readonly warnings: readonly string[];
}

/**
 * Reads product files as a sync would, without key and network, and gives back the products.
 *
 * @example
 *   const { products } = await previewCatalog({ files: ['products.csv'] });
 */
export function previewCatalog(
  options: SyncOptions,
  surroundings: Surroundings = {},
): Promise<CatalogPreview> {
  return withJob(undefined, surroundings, async (job) => {
    await demandFiles(options, job);
    const catalog = job.use(await openProducts(options, job));
    job.tell({ type: 'opened', kind: 'products', input: catalog });
    const rejections = new Rejections(Infinity);
    const products = await readProducts(catalog, rejections);
    return {
      files: options.files.map(shownFile),
      source: catalog.source.label,
      products: [...products.values()],
      rejects: rejections.listed,
      warnings: [...job.warnings, ...catalog.warnings],
    };
  });
}
