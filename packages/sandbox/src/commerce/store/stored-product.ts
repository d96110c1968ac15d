import type { Provider, Variant } from 'sequenzy-contract';
import { makeId } from '../../seed/random.ts';
import { priceOf, stockOf, variantStockOf, type ProductRecord } from './product-record.ts';

/**
 * A product as the API answers it.
 *
 * `price` and `compareAtPrice` are whole cents, equal to `priceCents` and `compareAtPriceCents`
 * (source: the vendor's PHP SDK, `CommerceProduct`: "Unit price in cents").
 */
export interface SandboxProduct {
  /** Internal id. */
  readonly id: string;
  readonly provider: Provider;
  /** Your own id; `providerProductId` is the same. */
  readonly productId: string;
  readonly providerProductId: string;
  readonly title: string;
  readonly description: string | null;
  readonly imageUrl: string | null;
  readonly url: string | null;
  readonly priceCents: number | null;
  readonly price: number | null;
  readonly compareAtPriceCents: number | null;
  readonly compareAtPrice: number | null;
  readonly currency: string | null;
  readonly inStock: boolean;
  readonly providerCreatedAt: string | null;
  readonly digitalDelivery: null;
  readonly variants: readonly SandboxVariant[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface SandboxVariant {
  readonly variantId: string;
  readonly title: string;
  readonly sku: string | null;
  readonly priceCents: number | null;
  readonly compareAtPriceCents: number | null;
  readonly imageUrl: string | null;
  readonly inStock: boolean;
  readonly inventoryQuantity: number | null;
  readonly options: readonly { readonly name: string; readonly value: string }[];
}

export function toStoredProduct(record: ProductRecord, seed: number): SandboxProduct {
  const priceCents = priceOf(record);
  return {
    id: makeId('prod', seed, record.number),
    provider: record.provider,
    productId: record.productId,
    providerProductId: record.productId,
    title: record.title,
    description: record.description,
    imageUrl: record.imageUrl,
    url: record.url,
    priceCents,
    price: priceCents,
    compareAtPriceCents: record.compareAtPriceCents,
    compareAtPrice: record.compareAtPriceCents,
    currency: record.currency,
    inStock: stockOf(record),
    providerCreatedAt: record.providerCreatedAt,
    digitalDelivery: null,
    variants: record.variants.map(toStoredVariant),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

function toStoredVariant(variant: Variant): SandboxVariant {
  return {
    variantId: variant.variantId,
    title: variant.title,
    sku: variant.sku ?? null,
    priceCents: variant.priceCents ?? null,
    compareAtPriceCents: variant.compareAtPriceCents ?? null,
    imageUrl: variant.imageUrl ?? null,
    inStock: variantStockOf(variant),
    inventoryQuantity: variant.inventoryQuantity ?? null,
    options: variant.options ?? [],
  };
}
