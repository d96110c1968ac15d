import type { Survey } from '../survey/survey.ts';
import { sorted } from '../tables/sorted.ts';

/** Rows of the orders to send, by time; with `ltvFirst` each customer's newest before all others. */
export function sequenceOf(survey: Survey, ltvFirst: boolean): Uint32Array {
  const { orders } = survey;
  const rows = new Uint32Array(orders.size);
  let count = 0;
  for (const row of orders.rows()) if (orders.isSelected(row)) rows[count++] = row;
  const turn = (row: number): number => (ltvFirst && survey.toSend.isNewest(row) ? 0 : 1);
  return sorted(
    rows.subarray(0, count),
    (one, other) => turn(one) - turn(other) || orders.time(one) - orders.time(other),
  );
}
