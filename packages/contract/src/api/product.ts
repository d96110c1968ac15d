import * as z from 'zod/mini';
import { address, cents, clearable, currency, instant, text } from './fields.ts';

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
  inventoryQuantity: clearable(z.int('expected a whole number')),
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

const storedOption = z.looseObject({
  name: z.optional(z.string()),
  value: z.optional(z.string()),
});

const storedVariantSchema = z.looseObject({
  variantId: z.optional(z.string()),
  title: z.optional(z.nullable(z.string())),
  sku: z.optional(z.nullable(z.string())),
  priceCents: z.optional(z.nullable(z.number())),
  compareAtPriceCents: z.optional(z.nullable(z.number())),
  currency: z.optional(z.nullable(z.string())),
  imageUrl: z.optional(z.nullable(z.string())),
  inStock: z.optional(z.nullable(z.boolean())),
  inventoryQuantity: z.optional(z.nullable(z.number())),
  options: z.optional(z.nullable(z.array(storedOption))),
});

/** A product as the API answers it. Only what is documented is typed; whatever else comes is kept. */
export const storedProductSchema = z.looseObject({
  id: z.optional(z.string()),
  productId: z.optional(z.string()),
  providerProductId: z.optional(z.nullable(z.string())),
  provider: z.optional(z.nullable(z.string())),
  title: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
  imageUrl: z.optional(z.nullable(z.string())),
  url: z.optional(z.nullable(z.string())),
  priceCents: z.optional(z.nullable(z.number())),
  compareAtPriceCents: z.optional(z.nullable(z.number())),
  currency: z.optional(z.nullable(z.string())),
  inStock: z.optional(z.nullable(z.boolean())),
  providerCreatedAt: z.optional(z.nullable(z.string())),
  createdAt: z.optional(z.nullable(z.string())),
  updatedAt: z.optional(z.nullable(z.string())),
  variants: z.optional(z.nullable(z.array(storedVariantSchema))),
});

export type StoredVariant = z.infer<typeof storedVariantSchema>;
export type StoredProduct = z.infer<typeof storedProductSchema>;

/** Answer to an upsert. Another vendor artifact shows other counters, so nothing here is certain to be there. */
export const upsertReplySchema = z.looseObject({
  success: z.optional(z.boolean()),
  upserted: z.optional(z.number()),
  backInStockEventsTriggered: z.optional(z.number()),
  products: z.optional(z.array(storedProductSchema)),
});

export const productReplySchema = z.looseObject({ product: z.optional(storedProductSchema) });

export const deleteReplySchema = z.looseObject({
  success: z.optional(z.boolean()),
  deleted: z.optional(z.union([z.boolean(), z.number()])),
});

export const productListReplySchema = z.looseObject({
  products: z.optional(z.array(storedProductSchema)),
  pagination: z.optional(
    z.looseObject({
      count: z.optional(z.number()),
      hasMore: z.optional(z.boolean()),
      limit: z.optional(z.number()),
      offset: z.optional(z.number()),
      total: z.optional(z.number()),
    }),
  ),
});

/** Where a stored product came from. Source: vendor's list endpoint. */
export const providers = ['api', 'stripe', 'shopify', 'woocommerce', 'manual'] as const;

export type Provider = (typeof providers)[number];
