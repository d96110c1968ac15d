/** A record with lifetime totals of its customer. It is counted, and needs no sentence. */
export const totalsNote = 'totals';

/** Observations that any order source can make; the sentences stand in the kind. */
export type OrderNote =
  | 'ambiguousTime'
  | 'noCatalog'
  | 'notInCatalog'
  | 'namedByTitle'
  | 'emptyLine'
  | 'repeatedOrder'
  | 'versions'
  | 'unknownRefund'
  | 'refundAboveTotal'
  | 'foreignAmount'
  | typeof totalsNote;
