import type { Survey } from '../survey/survey.ts';

/** Rows of the orders to send, by time; with `ltvFirst` each customer's newest before all others. */
export function sequenceOf(survey: Survey, ltvFirst: boolean): Uint32Array {
  const { orders } = survey;
  const rows = new Uint32Array(orders.size);
  let count = 0;
  for (const row of orders.rows()) if (orders.isSelected(row)) rows[count++] = row;
  const selected = rows.subarray(0, count);
  const turn = (row: number): number => (ltvFirst && survey.isNewest(row) ? 0 : 1);
  return selected.sort(
    (one, other) => turn(one) - turn(other) || orders.time(one) - orders.time(other) || one - other,
  );
}
