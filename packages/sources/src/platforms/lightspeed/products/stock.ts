import type { Variant } from 'sequenzy-contract';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import { quantityAt, type Field } from './columns.ts';

type Stock = Pick<Variant, 'inStock' | 'inventoryQuantity'>;

/** How many there are at all outlets together. What nobody counts can be bought. */
export function readStock(row: Row<Field>, reader: CellReader): Stock {
  if (reader.boolean(row, 'isTracked') === false) return { inStock: true };
  const outlets = row.family(quantityAt);
  const wrong = outlets.filter(([, text]) => !/^-?\d{1,12}(\.\d{1,5})?$/.test(text));
  for (const [name, text] of wrong) {
    const column = `${quantityAt}${name}`;
    const message = `expected a number, got "${text}"`;
    const { file } = row.layout;
    reader.faults.push({ path: column, message, file, line: row.line, column, value: text });
  }
  if (outlets.length === 0 || wrong.length > 0) return {};
  const sum = outlets.reduce((all, [, text]) => all + Number(text), 0);
  // Of what is sold by weight, whole units are sent.
  return { inStock: sum > 0, inventoryQuantity: Math.floor(sum) };
}
