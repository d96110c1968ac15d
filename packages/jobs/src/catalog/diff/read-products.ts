import type { Product } from 'sequenzy-commerce';
import type { Catalog } from 'sequenzy-sources';
import { rejectOfFaults } from '../../report/reject.ts';
import type { Rejections } from '../../rejects/rejections.ts';

/** The products of a file by their id, in memory; of records with one id the later one's fields win, as in a sync. */
export async function readProducts(
  catalog: Pick<Catalog, 'records'>,
  rejections: Rejections,
): Promise<Map<string, Product>> {
  const products = new Map<string, Product>();
  for await (const record of catalog.records()) {
    const { product } = record;
    if (product === undefined) rejections.add(record, rejectOfFaults(record));
    else products.set(product.productId, { ...products.get(product.productId), ...product });
    await rejections.room();
  }
  return products;
}
