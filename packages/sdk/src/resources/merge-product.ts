import type { Product } from 'sequenzy-contract';

/**
 * The partial-update rule on two records of one product: the later one's fields win, fields it does not have stay,
 * `null` stays a clear, and its `variants` replace the earlier list as a whole.
 */
export function mergeProduct(earlier: Product, later: Product): Product {
  return { ...earlier, ...later };
}
