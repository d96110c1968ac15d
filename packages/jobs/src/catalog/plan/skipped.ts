import { noProduct, type Catalog } from 'sequenzy-sources';

/** Products the source holds and leaves out, such as archived ones. */
export function skippedIn({ counts }: Pick<Catalog, 'counts'>): number {
  return counts.skipped
    .filter(({ reason }) => reason !== noProduct)
    .reduce((sum, { products }) => sum + products, 0);
}
