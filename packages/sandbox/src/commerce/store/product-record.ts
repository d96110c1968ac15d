import type { Product, Provider, Variant } from 'sequenzy-contract';

/**
 * A product as the sandbox keeps it: only what was said, nothing derived. `null` means never said, or cleared.
 * Defaults are worked out when the product is shown, so they follow the variants (see {@link priceOf}, {@link stockOf}).
 */
export interface ProductRecord {
  /** Order of creation; the internal id is made from it. */
  readonly number: number;
  readonly provider: Provider;
  readonly productId: string;
  title: string;
  description: string | null;
  imageUrl: string | null;
  url: string | null;
  priceCents: number | null;
  compareAtPriceCents: number | null;
  currency: string | null;
  inStock: boolean | null;
  providerCreatedAt: string | null;
  variants: readonly Variant[];
  readonly createdAt: string;
  updatedAt: string;
}

export function createRecord(
  number: number,
  provider: Provider,
  product: Product,
  now: string,
): ProductRecord {
  return {
    number,
    provider,
    productId: product.productId,
    title: product.title,
    description: product.description ?? null,
    imageUrl: product.imageUrl ?? null,
    url: product.url ?? null,
    priceCents: product.priceCents ?? null,
    compareAtPriceCents: product.compareAtPriceCents ?? null,
    currency: product.currency ?? null,
    inStock: product.inStock ?? null,
    providerCreatedAt: product.providerCreatedAt ?? null,
    variants: product.variants ?? [],
    createdAt: now,
    updatedAt: now,
  };
}

/** Partial update: an absent field keeps, `null` clears, `variants` replaces the list as a whole. */
export function updateRecord(record: ProductRecord, product: Product, now: string): void {
  record.title = product.title;
  if (product.description !== undefined) record.description = product.description;
  if (product.imageUrl !== undefined) record.imageUrl = product.imageUrl;
  if (product.url !== undefined) record.url = product.url;
  if (product.priceCents !== undefined) record.priceCents = product.priceCents;
  if (product.compareAtPriceCents !== undefined) {
    record.compareAtPriceCents = product.compareAtPriceCents;
  }
  if (product.currency !== undefined) record.currency = product.currency;
  if (product.inStock !== undefined) record.inStock = product.inStock;
  if (product.providerCreatedAt !== undefined) {
    record.providerCreatedAt = product.providerCreatedAt;
  }
  if (product.variants !== undefined) record.variants = product.variants;
  record.updatedAt = now;
}

/** What was said, else the lowest price of the variants, else none. */
export function priceOf(record: ProductRecord): number | null {
  if (record.priceCents !== null) return record.priceCents;
  let lowest: number | null = null;
  for (const { priceCents = null } of record.variants) {
    if (priceCents !== null && (lowest === null || priceCents < lowest)) lowest = priceCents;
  }
  return lowest;
}

/** What was said, else whether any variant is available, else (no variants) true. */
export function stockOf(record: ProductRecord): boolean {
  if (record.inStock !== null) return record.inStock;
  return record.variants.length === 0 || record.variants.some(variantStockOf);
}

/** What was said, else whether any are left where a quantity is given, else true. */
export function variantStockOf({ inStock = null, inventoryQuantity = null }: Variant): boolean {
  if (inStock !== null) return inStock;
  return inventoryQuantity === null || inventoryQuantity > 0;
}
