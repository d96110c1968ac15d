import type { Product } from 'sequenzy-contract';

/** Handle and option values name a variant where its SKU cannot: many are blank or used twice. */
export function idByOptions(handle: string, values: readonly string[]): string {
  return values.length === 0 ? handle : `${handle}#${values.join(' / ')}`;
}

/** A SKU that is unique in the whole input becomes the variant's id. */
export function withUniqueSkus(product: Product, isUnique: (sku: string) => boolean): Product {
  if (product.variants === undefined) return product;
  const variants = product.variants.map((variant) =>
    typeof variant.sku === 'string' && isUnique(variant.sku)
      ? { ...variant, variantId: variant.sku }
      : variant,
  );
  return { ...product, variants };
}
