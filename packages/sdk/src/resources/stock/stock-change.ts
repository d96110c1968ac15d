import * as z from 'zod/mini';

const id = z.string().check(z.regex(/\S/, 'expected text'));

/**
 * One line of a warehouse's feed: what it is about (`variantId`, else `sku`, else `productId`), and how it stands.
 * Without `inStock`, a quantity above 0 means in stock; a variant that is stored as in stock with nothing there is sold
 * without stock, and stays in stock.
 */
export const stockChangeSchema = z
  .strictObject({
    productId: z.exactOptional(id),
    variantId: z.exactOptional(id),
    sku: z.exactOptional(id),
    quantity: z.exactOptional(z.int('expected a whole number')),
    inStock: z.exactOptional(z.boolean()),
  })
  .check(
    z.refine(
      ({ productId, variantId, sku }) => (productId ?? variantId ?? sku) !== undefined,
      'expected a productId, a variantId or a sku',
    ),
    z.refine(
      ({ quantity, inStock }) => (quantity ?? inStock) !== undefined,
      'expected a quantity or inStock',
    ),
  );

export type StockChange = z.infer<typeof stockChangeSchema>;
