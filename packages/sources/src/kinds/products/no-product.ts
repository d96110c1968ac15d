/** Why something is left out that is no product at all, such as a price of Stripe's: unlike a draft, it shows none. */
export const noProduct = 'no product';
