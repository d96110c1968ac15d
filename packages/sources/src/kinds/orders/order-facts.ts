/** What a platform says about an order besides what the API takes. */
export interface OrderFacts {
  /** An id of the same order under which it may have been sent before: it keeps that id for its later states. */
  readonly formerId?: string;
  /** To be sent only where the order was sent before: it was cancelled, and nothing proves that it ever was a sale. */
  readonly onlyIfKnown?: true;
  /** The platform says that nobody has ever paid: voided, expired, not paid yet. Absent: paid, or not known. */
  readonly paid?: false;
  /** It was cancelled, whatever its status says: one that was refunded too is `refunded`. */
  readonly cancelled?: true;
}

/** Those that are known; undefined where none is. */
export function factsOf(record: OrderFacts): OrderFacts | undefined {
  const { formerId, onlyIfKnown, paid, cancelled } = record;
  const facts = {
    ...(formerId !== undefined && { formerId }),
    ...(onlyIfKnown !== undefined && { onlyIfKnown }),
    ...(paid !== undefined && { paid }),
    ...(cancelled !== undefined && { cancelled }),
  };
  return Object.keys(facts).length === 0 ? undefined : facts;
}

/** Why an order is left out that is {@link OrderFacts.onlyIfKnown} and is not known. */
export const neverSentReason = 'cancelled, never sent';
