/** How a platform adds up what a customer has spent. */
export type TotalsRule = 'shopify' | 'woocommerce';
