/** What a file says about all orders of a customer. */
export interface StatedTotals {
  readonly ordersCount?: number;
  /** In the order's currency. */
  readonly totalSpentCents?: number;
}

/** What is known of the two; undefined where nothing is. */
export function statedTotals(
  ordersCount: number | undefined,
  totalSpentCents: number | undefined,
): StatedTotals | undefined {
  if (ordersCount === undefined && totalSpentCents === undefined) return undefined;
  return {
    ...(ordersCount !== undefined && { ordersCount }),
    ...(totalSpentCents !== undefined && { totalSpentCents }),
  };
}

/** How a platform adds up what a customer has spent. */
export type TotalsRule = 'shopify' | 'woocommerce';
