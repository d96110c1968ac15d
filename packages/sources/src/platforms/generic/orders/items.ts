import { jsonListOf } from '../../../documents/json-cell.ts';
import type { RecordFault } from '../../../faults/record-fault.ts';
import { priceOf, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import { productOf } from '../../../kinds/orders/product-index.ts';
import type { OrderSettings } from '../../../kinds/orders/source.ts';
import { withoutUndefined } from '../../../kinds/orders/values.ts';
import { itemFields, type Field } from './columns.ts';
import { readItemList } from './documents.ts';

const price = { decimal: 'itemPrice', cents: 'itemPriceCents' } as const;

/** Rows that say anything about an item. */
export function itemRowsOf(rows: Rows<Field>): Row<Field>[] {
  return rows.filter((row) => itemFields.some((field) => row.get(field) !== ''));
}

export function readItem(
  row: Row<Field>,
  currency: CurrencyOfRecord,
  settings: OrderSettings,
  reader: OrderCellReader,
): object {
  return withoutUndefined({
    ...productIn(row, settings, reader),
    quantity: row.has('itemQuantity')
      ? reader.required(row, 'itemQuantity') && reader.integer(row, 'itemQuantity')
      : 1,
    sku: reader.id(row, 'itemSku'),
    priceCents: priceOf(price, () => row, currency, reader),
  });
}

/** All lines of an order out of one cell; undefined where there is none. */
export function readListedItems(
  row: Row<Field>,
  lines: readonly Row<Field>[],
  currency: CurrencyOfRecord,
  settings: OrderSettings,
  reader: OrderCellReader,
): readonly object[] | undefined {
  const cell = row.get('items');
  if (cell === '') return undefined;
  const [other] = lines;
  if (other !== undefined) {
    reader.faults.push(other.fault('items', 'is given, and so are columns of single lines'));
  }
  const read = jsonListOf(cell);
  if (!read.ok) {
    reader.faults.push(row.fault('items', read.message));
    return undefined;
  }
  const place = { file: row.layout.file, line: row.line };
  const { items, faults } = readItemList(read.list, place, currency.code, settings);
  reader.faults.push(...faults.map((fault) => ({ ...fault, column: row.column('items') })));
  return items;
}

/** What a line is about: by its id, else by its SKU and title. */
function productIn(row: Row<Field>, settings: OrderSettings, reader: OrderCellReader): object {
  const [sku, name] = [row.get('itemSku'), row.get('itemTitle')];
  const variant = {
    variantId: reader.id(row, 'itemVariantId'),
    variantTitle: reader.text(row, 'itemVariantTitle'),
  };
  if (row.get('itemProductId') !== '' || (sku === '' && name === '')) {
    const productId = reader.required(row, 'itemProductId') && reader.id(row, 'itemProductId');
    return { productId, title: reader.required(row, 'itemTitle'), ...variant };
  }
  const line = { sku, name: name || sku, variant: variant.variantTitle };
  return { ...withoutUndefined(variant), ...productOf(line, settings, reader.notes) };
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
