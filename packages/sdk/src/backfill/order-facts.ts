/** What a source knows of an order besides what the API takes. */
export interface OrderFacts {
  /** The platform says that nobody has ever paid. Absent: paid, or not known. */
  readonly paid?: false;
  /** It was cancelled, whatever its status says: one that was refunded too is `refunded`. */
  readonly cancelled?: true;
  /**
   * The ids of its lines were made up or looked up: whether lines have changed is told by their SKU, else by title and
   * variant. Default: by productId and variantId.
   */
  readonly derivesIds?: boolean;
}

export const noFacts: OrderFacts = {};
