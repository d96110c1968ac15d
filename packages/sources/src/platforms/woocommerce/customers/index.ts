/** Of WooCommerce Analytics, which has the address under `Email`. */
export const headings = { ordersCount: ['Orders'], totalSpent: ['Total Spend'] } as const;
