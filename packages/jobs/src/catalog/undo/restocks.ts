import type { Product, StoredProduct, Variant } from 'sequenzy-commerce';
import type { Restocks } from '../../report/plan.ts';

/**
 * What comes back in stock with a product that is sent: each may send e-mail to its waiting list. What is not stored at
 * all can be waited for too.
 */
export function restocksOf(now: StoredProduct | undefined, product: Product): Restocks {
  const { inStock = now?.inStock ?? true, variants = [] } = product;
  const wasInStock = now !== undefined && now.inStock !== false;
  const available = new Set(
    (now?.variants ?? [])
      .filter((variant) => variant.inStock !== false)
      .map((one) => one.variantId),
  );
  return {
    products: inStock === true && !wasInStock ? 1 : 0,
    variants: variants.filter((one) => isAvailable(one) && !available.has(one.variantId)).length,
  };
}

function isAvailable({ inStock, inventoryQuantity }: Variant): boolean {
  return inStock ?? (inventoryQuantity ?? 1) > 0;
}
