import type { Body } from '../http/arrival.ts';
import { field } from '../http/field.ts';

/** Where a product stands in a batch; -1 where it does not. */
export function indexOfProduct(body: Body, productId: string): number {
  const json = body.json();
  const products = json.ok ? field(json.value, 'products') : undefined;
  if (!Array.isArray(products)) return -1;
  return products.findIndex((product) => field(product, 'productId') === productId);
}
