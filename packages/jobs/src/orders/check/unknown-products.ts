import type { Order } from 'sequenzy-commerce';
import type { OrderRecord, Orders } from 'sequenzy-sources';
import type { KeySet } from 'sequenzy-contract';
import type { Findings, Found } from '../../catalog/check/findings.ts';

type Item = NonNullable<Order['items']>[number];

/** Adds the lines of an order whose product is not in the catalog. */
export async function findUnknownProducts(
  record: OrderRecord,
  orders: Pick<Orders, 'original'>,
  ids: KeySet,
  findings: Findings,
): Promise<void> {
  const { order, file, line } = record;
  for (const item of order?.items ?? []) {
    if (ids.has(item.productId)) continue;
    const place = findings.isFull(kind)
      ? { file, line, value: item.productId }
      : await placeOf(item, record, orders);
    const title = place.value === item.title ? '' : `: ${item.title}`;
    findings.add({ kind, problem: `is not in the catalog${title}`, isCertain: false, ...place });
  }
}

const kind = 'unknown-product';

/** The cell that names the product; where none does, such as with an id that was made up, the order's first row. */
async function placeOf(
  { productId, title }: Item,
  record: OrderRecord,
  orders: Pick<Orders, 'original'>,
): Promise<Pick<Found, 'file' | 'line' | 'column' | 'value'>> {
  const { file: first, line: firstLine } = record;
  const order = { file: first, line: firstLine, value: productId };
  const original = await orders.original(record);
  if (original.kind === 'document') return order;
  for (const text of [productId, title]) {
    for (const { file = first, line, cells } of original.rows) {
      const column = original.columns[cells.findIndex((cell) => cell.trim() === text)];
      if (column !== undefined) return { file, line, column, value: text };
    }
  }
  return order;
}
