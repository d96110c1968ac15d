import { stockOf, variantStockOf, type ProductRecord } from './product-record.ts';

/** Who can be waited for, by variantId, and whether it is available. The product itself counts under its own id. */
export type Availability = ReadonlyMap<string, boolean>;

export interface StockChange {
  readonly variantId: string;
  readonly inStock: boolean;
}

/**
 * A product without variants is waited for under its productId, as the API defaults `variantId`.
 * With variants the productId stands for the product as a whole.
 */
export function availabilityOf(record: ProductRecord | undefined): Availability {
  if (record === undefined) return new Map();
  return new Map([
    [record.productId, stockOf(record)],
    ...record.variants.map((variant): [string, boolean] => [
      variant.variantId,
      variantStockOf(variant),
    ]),
  ]);
}

/**
 * What turned. A variant that was not in the catalog was not available: somebody who waits for it
 * hears when it appears in stock (assumed). One that disappears went out of stock.
 */
export function stockChanges(before: Availability, after: Availability): StockChange[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((variantId) => {
    const inStock = after.get(variantId) ?? false;
    return (before.get(variantId) ?? false) === inStock ? [] : [{ variantId, inStock }];
  });
}
