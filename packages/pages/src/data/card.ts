/** A product as the product block of an e-mail would show it. */
export interface Card {
  readonly productId: string;
  readonly title: string;
  readonly description: string | null;
  readonly imageUrl: string | null;
  readonly url: string | null;
  readonly priceCents: number | null;
  readonly compareAtPriceCents: number | null;
  readonly currency: string | null;
  readonly inStock: boolean;
  readonly variants: readonly CardVariant[];
}

export interface CardVariant {
  readonly variantId: string;
  readonly title: string;
  readonly sku: string | null;
  readonly priceCents: number | null;
  readonly compareAtPriceCents: number | null;
  readonly imageUrl: string | null;
  readonly inStock: boolean;
  readonly inventoryQuantity: number | null;
}
