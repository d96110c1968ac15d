/** What a source knows of an order besides what the API takes. */
export interface OrderFacts {
  /** The platform says that nobody has ever paid. Absent: paid, or not known. */
  readonly paid?: false;
  /** It was cancelled, whatever its status says: one that was refunded too is `refunded`. */
  readonly cancelled?: true;
  /**
   * The ids of its lines were made up or looked up: lines have changed where both their title and their SKU, as far as
   * it was known before, are others. Default: where productId or variantId is another.
   */
  readonly derivesIds?: boolean;
  /** When it was changed last in the shop, as ISO 8601: tells an order that was revived from one of an old file. */
  readonly updatedAt?: string;
}

export const noFacts: OrderFacts = {};
