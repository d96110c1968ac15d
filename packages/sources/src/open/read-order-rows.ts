import { cellsOf, type OrderRows } from '../conformance/sample.ts';
import { allOf } from '../conformance/suite.ts';
import type { OrdersOptions, SkippedOrders } from '../kinds/orders/orders.ts';
import { openOrdersText } from './open-text.ts';

type Cells = Readonly<Record<string, string>>;

/** What was read, for tests. */
export interface ReadOrders {
  /** Each order, or the columns and reasons why it is none. */
  readonly made: readonly unknown[];
  readonly skipped: readonly SkippedOrders[];
  readonly warnings: readonly string[];
  readonly source: string;
}

/** Reads rows that each differ from the faultless one in some cells. */
export async function readOrderRows(
  table: OrderRows,
  rows: readonly Cells[],
  more: OrdersOptions = {},
): Promise<ReadOrders> {
  const text = [table.header, ...rows.map((cells) => cellsOf(table, cells))]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
  const orders = await openOrdersText(text, { ...table.options, ...more });
  const records = await allOf(orders.records());
  const { skipped } = orders.counts;
  await orders.close();
  return {
    made: records.map(
      ({ order, faults }) =>
        order ?? faults.map(({ column, message }) => `${column ?? ''} ${message}`),
    ),
    skipped,
    warnings: orders.warnings,
    source: orders.source.name,
  };
}
