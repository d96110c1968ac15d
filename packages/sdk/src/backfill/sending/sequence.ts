import type { Survey } from '../survey/survey.ts';
import { sorted } from '../tables/sorted.ts';

/** Whether an order is sent in the first turn or in the second. */
export type TurnOf = (row: number) => 0 | 1;

/** Rows of the orders to send: by turn, then by time. Without turns, by time alone. */
export function sequenceOf({ orders }: Survey, turnOf: TurnOf = () => 0): Uint32Array {
  const rows = new Uint32Array(orders.size);
  let count = 0;
  for (const row of orders.rows()) if (orders.isSelected(row)) rows[count++] = row;
  return sorted(
    rows.subarray(0, count),
    (one, other) => turnOf(one) - turnOf(other) || orders.time(one) - orders.time(other),
  );
}
