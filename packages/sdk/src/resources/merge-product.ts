import { productSchema, type Product } from 'sequenzy-contract';
import { withStock, stockStated } from './stock/known-stock.ts';

// The schema's own fields.
const fields = Object.keys(productSchema.shape) as (keyof Product)[];

/**
 * The partial-update rule on two records of one product: the later one's fields win, fields it does not have stay,
 * `null` stays a clear, and its `variants` replace the earlier list as a whole. Of those that state no stock the earlier
 * one's stock stays, as it would if they were sent one after the other.
 * The fields stand in the schema's order, so that equal products have equal texts.
 */
export function mergeProduct(earlier: Product, later: Product): Product {
  const carried =
    later.variants === undefined
      ? later
      : withStock(later, { variants: stockStated(earlier) }).record;
  const merged: Product = { ...earlier, ...carried };
  const inOrder = fields.filter((name) => name in merged);
  // The same fields with the same values, in another order.
  return Object.fromEntries(inOrder.map((name) => [name, merged[name]])) as unknown as Product;
}
