import type { RecordFault } from '../../../faults/record-fault.ts';
import { priceOf, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import { withoutUndefined } from '../../../kinds/orders/present.ts';
import { itemFields, type Field } from './columns.ts';

const price = { decimal: 'itemPrice', cents: 'itemPriceCents' } as const;

/** Rows that say anything about an item. */
export function itemRowsOf(rows: Rows<Field>): Row<Field>[] {
  return rows.filter((row) => itemFields.some((field) => row.get(field) !== ''));
}

export function readItem(
  row: Row<Field>,
  currency: CurrencyOfRecord,
  reader: OrderCellReader,
): object {
  return withoutUndefined({
    productId: reader.required(row, 'itemProductId') && reader.id(row, 'itemProductId'),
    title: reader.required(row, 'itemTitle'),
    quantity: row.has('itemQuantity')
      ? reader.required(row, 'itemQuantity') && reader.integer(row, 'itemQuantity')
      : 1,
    variantId: reader.id(row, 'itemVariantId'),
    sku: reader.id(row, 'itemSku'),
    variantTitle: reader.text(row, 'itemVariantTitle'),
    priceCents: priceOf(price, () => row, currency, reader),
  });
}

/** `items[2].quantity` -> the cell on the third line's row. */
export function locateInItems(path: string, rows: readonly Row<Field>[]): RecordFault | undefined {
  const match = /^items\[(\d+)\]\.(\w)(\w*)/.exec(path);
  const row = rows[Number(match?.[1])];
  if (match === null || row === undefined) return undefined;
  const [, , initial = '', rest = ''] = match;
  const field = itemFields.find((cell) => cell === `item${initial.toUpperCase()}${rest}`);
  return row.fault(field ?? 'itemProductId', '');
}
