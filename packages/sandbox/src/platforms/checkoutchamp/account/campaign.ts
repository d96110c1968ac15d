import { amount } from './amount.ts';

/** A campaign with what it sells. */
export interface CheckoutChampCampaign {
  readonly campaignId: number;
  readonly name: string;
  readonly products: readonly CheckoutChampProduct[];
}

export interface CheckoutChampProduct {
  /** What the product is in every campaign; orders name it. */
  readonly productId: number;
  /** What it is in this one. */
  readonly campaignProductId: number;
  /** Without the number that the answer puts before it. */
  readonly name: string;
  readonly cents: number;
  readonly sku?: string;
  /** Default: `ACTIVE`. */
  readonly status?: 'ACTIVE' | 'INACTIVE';
}

/** A campaign as `/campaign/query/` answers it. Source: types of one public client, without a captured answer. */
export function showCampaign({ campaignId, name, products }: CheckoutChampCampaign): object {
  return {
    campaignId,
    campaignName: name,
    currencySymbol: '$',
    countries: [{ countryCode: 'US', countryName: 'United States' }],
    products: products.map((product) => ({
      campaignProductId: product.campaignProductId,
      productId: product.productId,
      productName: `(${String(product.productId)}) ${product.name}`,
      productSku: product.sku ?? '',
      productPrice: amount(product.cents),
      productStatus: product.status ?? 'ACTIVE',
      isSubscription: 0,
    })),
  };
}
