import type { Product, Variant } from 'sequenzy-contract';

/** Stock of a product by its variants. What is not on sale is out of stock, so that nobody is told that it is back. */
export function stockOf(
  variants: readonly Variant[],
  isOnSale: boolean,
): Pick<Product, 'inStock' | 'variants'> {
  if (variants.length === 0) return isOnSale ? {} : { inStock: false };
  const offered = isOnSale ? variants : variants.map((one) => ({ ...one, inStock: false }));
  const all = { variants: [...offered] };
  if (offered.some(({ inStock }) => inStock === true)) return { inStock: true, ...all };
  // Out of stock only where that is known of every variant.
  const isKnown = offered.every(({ inStock }) => inStock === false);
  return isKnown ? { inStock: false, ...all } : all;
}
