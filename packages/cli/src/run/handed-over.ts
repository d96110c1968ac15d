import type { Outcome, Product } from 'sequenzy-commerce';
import type { Catalog, CatalogRecord } from 'sequenzy-sources';
import type { Rejections } from './rejections.ts';

/** Finds the record a product came from when the SDK speaks of it again. Forgets what the SDK has let go. */
export class HandedOver {
  readonly #records = new WeakMap<object, CatalogRecord>();

  over(record: CatalogRecord, product: Product): Product {
    this.#records.set(product, record);
    return product;
  }

  recordOf({ input }: Pick<Outcome, 'input'>): CatalogRecord {
    const record =
      typeof input === 'object' && input !== null ? this.#records.get(input) : undefined;
    if (record === undefined) throw new Error('The SDK spoke of a product it was never given');
    return record;
  }
}

/** The valid products of a catalog, as fast as they are taken and the rejects are written. */
export async function* handOver(
  catalog: Pick<Catalog, 'records'>,
  handed: HandedOver,
  rejections: Rejections,
  onFaulty?: (record: CatalogRecord) => void,
): AsyncGenerator<Product> {
  for await (const record of catalog.records()) {
    if (record.product === undefined) onFaulty?.(record);
    else yield handed.over(record, record.product);
    await rejections.room();
  }
}
