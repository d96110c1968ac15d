import * as z from 'zod/mini';
import { boolean, list, nullable, number, object, reply, string } from '../values/reader.ts';
import { address, cents, clearable, currency, instant, text, whole } from './fields.ts';

const option = z.strictObject({ name: text, value: z.string() });

/** What tells a variant from the others, such as `{ name: 'Size', value: 'M' }`. */
export interface VariantOption {
  readonly name: string;
  readonly value: string;
}

/**
 * One variant of a product. A product's list of variants is always replaced as a whole, so an absent field is gone; the
 * SDK's bulk calls carry the stored stock along.
 *
 * Source: the vendor's reference page "products upsert".
 */
export interface Variant {
  /** The shop's own id of it. */
  readonly variantId: string;
  readonly title: string;
  readonly sku?: string | null | undefined;
  /** In the smallest unit of the product's currency: 1999 for 19.99 USD, 1999 for 1999 JPY. */
  readonly priceCents?: number | null | undefined;
  /** The price before a reduction, in the smallest unit of the product's currency. */
  readonly compareAtPriceCents?: number | null | undefined;
  /** An absolute http or https address. */
  readonly imageUrl?: string | null | undefined;
  /** Absent: whether `inventoryQuantity` is above 0; without that it is in stock. */
  readonly inStock?: boolean | null | undefined;
  /** Pieces in stock; below 0 where more were sold. */
  readonly inventoryQuantity?: number | null | undefined;
  /** Default: none. */
  readonly options?: readonly VariantOption[] | undefined;
}

/**
 * One product of an upsert. Absent (or `undefined`) keeps the stored value, `null` clears it.
 *
 * Source: the vendor's reference page "products upsert".
 */
export interface Product {
  /** The shop's own id: the key of the upsert. */
  readonly productId: string;
  /** Required, even where only stock changes. */
  readonly title: string;
  /** Text or HTML. */
  readonly description?: string | null | undefined;
  /** An absolute http or https address. */
  readonly imageUrl?: string | null | undefined;
  /** The product's public page: an absolute http or https address. */
  readonly url?: string | null | undefined;
  /** In the smallest unit of `currency`: 1999 for 19.99 USD, 1999 for 1999 JPY. Default: the lowest price of a variant. */
  readonly priceCents?: number | null | undefined;
  /** The price before a reduction, in the smallest unit of `currency`. */
  readonly compareAtPriceCents?: number | null | undefined;
  /** ISO 4217, such as `USD`. */
  readonly currency?: string | null | undefined;
  /** Absent: whether any variant is in stock; without variants it stays as it is, and a new product is in stock. */
  readonly inStock?: boolean | null | undefined;
  /** When it was made in the shop: ISO 8601 with `Z` or an offset, such as `2026-03-02T09:30:00Z`. Ranks newest products. */
  readonly providerCreatedAt?: string | null | undefined;
  /** Replaces the stored list as a whole; `[]` removes all, absent keeps it. */
  readonly variants?: readonly Variant[] | undefined;
}

/** As {@link Variant}. */
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

/** As {@link Product}. */
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
