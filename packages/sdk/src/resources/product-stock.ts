import type { Product, Variant } from 'sequenzy-contract';
import { noRestocks, type Restocks } from '../delivery/bulk-endpoint.ts';
import type { StockState } from '../ledger/ledger.ts';

/**
 * The server's stock after a product was taken: a variant is in stock by its `inStock`, else by a quantity above 0,
 * else it is; a product by its own `inStock`, else when any variant is. What is absent stays as it was.
 *
 * Source: the vendor's page "products upsert" (defaults), and "omitted keeps".
 */
export function stockAfter(product: Product, before: StockState | undefined): StockState {
  const { variants } = product;
  const out =
    variants === undefined
      ? (before?.out ?? [])
      : variants.filter((variant) => !isAvailable(variant)).map(({ variantId }) => variantId);
  const derived =
    variants === undefined || variants.length === 0
      ? (before?.inStock ?? true)
      : out.length < variants.length;
  return { inStock: product.inStock ?? derived, out };
}

/** A variant that is gone does not come back. */
export function restocks(product: Product, before: StockState | undefined): Restocks {
  if (before === undefined) return noRestocks;
  const { inStock, out } = stockAfter(product, before);
  const stillOut = new Set(out);
  const listed = product.variants && new Set(product.variants.map(({ variantId }) => variantId));
  const back = before.out.filter((id) => !stillOut.has(id) && listed?.has(id) !== false);
  return { products: !before.inStock && inStock ? 1 : 0, variants: back.length };
}

function isAvailable({ inStock, inventoryQuantity }: Variant): boolean {
  return inStock ?? (inventoryQuantity ?? 1) > 0;
}
