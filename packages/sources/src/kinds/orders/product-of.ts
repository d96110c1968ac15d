import type { OrderNote } from './notes.ts';
import { slugOf, type IndexedProduct, type NamedLine } from './product-index.ts';
import type { OrderSettings } from './source.ts';

/** The product of a line that names it by SKU or title only. What is not found gets an id made of its name, and a note. */
export function productOf(
  line: NamedLine,
  { products }: OrderSettings,
  notes: OrderNote[],
): IndexedProduct {
  const found = products?.find(line);
  if (found !== undefined) return found;
  notes.push(products === undefined ? 'noCatalog' : 'notInCatalog');
  const { name, title = name, variant = '' } = line;
  return { productId: slugOf(title), title, ...(variant !== '' && { variantTitle: variant }) };
}
