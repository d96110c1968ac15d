import { moneyIn, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { codeWithoutApostrophe, withoutApostrophe } from '../../../text/apostrophe.ts';
import { plainTitle } from '../../../text/plain-title.ts';
import type { OrderCellReader } from '../cell-reader.ts';
import { productOf } from '../product-index.ts';
import type { OrderSettings } from '../source.ts';
import { withoutUndefined } from '../values.ts';
import type { Field } from './field.ts';

const lineFields: readonly Field[] = ['lineName', 'lineSku', 'linePrice', 'lineQuantity'];

/** Rows that say anything about a line. Two of the same are two lines: people do order like that. */
export function lineRowsOf(rows: Rows<Field>): Row<Field>[] {
  return rows.filter((row) => lineFields.some((field) => row.get(field) !== ''));
}

/** Undefined for a line of which nothing is left. */
export function readLine(
  row: Row<Field>,
  currency: CurrencyOfRecord,
  settings: OrderSettings,
  reader: OrderCellReader,
): object | undefined {
  const quantity = row.has('lineQuantity') ? reader.integer(row, 'lineQuantity') : 1;
  if (quantity === 0) {
    reader.notes.push('emptyLine');
    return undefined;
  }
  const sku = codeWithoutApostrophe(reader.id(row, 'lineSku') ?? '');
  const variant = plainTitle(withoutApostrophe(row.get('lineVariant')));
  const title = plainTitle(withoutApostrophe(row.get('lineName'))) || sku;
  const name = variant === '' ? title : `${title} - ${variant}`;
  if (title === '') reader.required(row, 'lineName');
  return withoutUndefined({
    ...productOf({ sku, name, title, variant }, settings, reader.notes),
    quantity,
    sku: sku || undefined,
    priceCents: moneyIn(currency, row, 'linePrice', reader),
  });
}
