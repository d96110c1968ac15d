import * as z from 'zod/mini';
import { boolean, list, nullable, number, object, reply, string } from '../values/reader.ts';
import { address, cents, clearable, currency, instant, text, whole } from './fields.ts';

const option = z.strictObject({ name: text, value: z.string() });

/**
 * One variant of a product. A product's list of variants is always replaced as a whole, so an absent field is gone; a
 * variant without `inStock` is in stock where `inventoryQuantity` is above 0 or absent. The SDK's bulk calls carry the
 * stored stock along.
 */
export const variantSchema = z.strictObject({
  variantId: text,
  title: text,
  sku: clearable(z.string()),
  priceCents: clearable(cents),
  compareAtPriceCents: clearable(cents),
  imageUrl: clearable(address),
  inStock: clearable(z.boolean()),
  inventoryQuantity: clearable(whole('expected a whole number')),
  options: z.exactOptional(z.array(option)),
});

/**
 * One product of an upsert. Absent keeps the stored value, `null` clears it;
 * `variants` replaces the stored list as a whole, and `[]` removes them all.
 *
 * Source: the vendor's reference page "products upsert".
 */
export const productSchema = z.strictObject({
  productId: text,
  title: text,
  description: clearable(z.string()),
  imageUrl: clearable(address),
  url: clearable(address),
  priceCents: clearable(cents),
  compareAtPriceCents: clearable(cents),
  currency: clearable(currency),
  inStock: clearable(z.boolean()),
  providerCreatedAt: clearable(instant),
  variants: z.exactOptional(z.array(variantSchema)),
});

export type Variant = z.infer<typeof variantSchema>;
export type Product = z.infer<typeof productSchema>;

const storedOption = object({ name: string, value: string });

const storedVariant = object({
  variantId: string,
  title: nullable(string),
  sku: nullable(string),
  priceCents: nullable(number),
  compareAtPriceCents: nullable(number),
  currency: nullable(string),
  imageUrl: nullable(string),
  inStock: nullable(boolean),
  inventoryQuantity: nullable(number),
  options: nullable(list(storedOption, {})),
});

const storedProduct = object({
  id: string,
  productId: string,
  providerProductId: nullable(string),
  provider: nullable(string),
  title: nullable(string),
  description: nullable(string),
  imageUrl: nullable(string),
  url: nullable(string),
  priceCents: nullable(number),
  compareAtPriceCents: nullable(number),
  currency: nullable(string),
  inStock: nullable(boolean),
  providerCreatedAt: nullable(string),
  createdAt: nullable(string),
  updatedAt: nullable(string),
  variants: nullable(list(storedVariant, {})),
});

/** A product as the API answers it. Only what is documented is typed; whatever else comes is kept. */
export const readStoredProduct = reply(storedProduct);

export type StoredProduct = ReturnType<typeof readStoredProduct>;
export type StoredVariant = NonNullable<StoredProduct['variants']>[number];

const products = list(storedProduct, {});

/** Answer to an upsert. Another vendor artifact shows other counters, so nothing here is certain to be there. */
export const readUpsertReply = reply(
  object({ success: boolean, upserted: number, backInStockEventsTriggered: number, products }),
);

export const readProductReply = reply(object({ product: storedProduct }));

export const readProductListReply = reply(
  object({
    products,
    pagination: object({
      count: number,
      hasMore: boolean,
      limit: number,
      offset: number,
      total: number,
    }),
  }),
);

/** Where a stored product came from. Source: vendor's list endpoint. */
export const providers = ['api', 'stripe', 'shopify', 'woocommerce', 'manual'] as const;

export type Provider = (typeof providers)[number];
