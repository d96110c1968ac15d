/** What is wrong with a refund that is more than the order brought. */
export const aboveTotal = 'is above the total of the order';

export function isAbove(refundCents: number | undefined, totalCents: number | undefined): boolean {
  return refundCents !== undefined && totalCents !== undefined && refundCents > totalCents;
}
