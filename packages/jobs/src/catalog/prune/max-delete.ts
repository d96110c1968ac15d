/** How many products one run may delete: a number, or a share of those that are known. */
export type MaxDelete = { readonly products: number } | { readonly percent: number };

export const defaultMaxDelete: MaxDelete = { percent: 10 };

/** A share is rounded down and allows at least one product, unless it is 0. */
export function allowedOf(max: MaxDelete, known: number): number {
  if ('products' in max) return max.products;
  return max.percent === 0 ? 0 : Math.max(1, Math.floor((known * max.percent) / 100));
}
