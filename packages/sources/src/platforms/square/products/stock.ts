import type { Variant } from 'sequenzy-contract';
import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import { enabledAt, quantityAt, type Field } from './columns.ts';

type Stock = Pick<Variant, 'inStock' | 'inventoryQuantity'>;

interface Counted {
  readonly column: string;
  readonly text: string;
}

/** How many there are at all locations together. What nobody counts can be bought. */
export function readStock(row: Row<Field>, reader: CellReader): Stock {
  const enabled = new Map(
    row.family(enabledAt).map(([name, cell]) => [name.toLowerCase(), cell.toLowerCase()]),
  );
  if (enabled.size > 0 && [...enabled.values()].every(isNo)) return { inStock: false };
  if (reader.boolean(row, 'stockable') === false) return { inStock: true };
  if (!row.has('quantity') && !row.layout.families.some(({ family }) => family === quantityAt)) {
    return {};
  }
  const counted = quantitiesOf(row).filter(
    ({ column }) => !isNo(enabled.get(column.slice(quantityAt.length).toLowerCase()) ?? ''),
  );
  if (counted.length === 0) return { inStock: true };
  const sum = sumOf(counted, row, reader);
  if (sum === undefined) return {};
  // Of what is sold by weight, whole units are sent.
  return { inStock: sum > 0, inventoryQuantity: Math.floor(sum) };
}

function quantitiesOf(row: Row<Field>): Counted[] {
  const own = row.get('quantity');
  return [
    ...(own === '' ? [] : [{ column: row.column('quantity'), text: own }]),
    ...row.family(quantityAt).map(([name, text]) => ({ column: `Current Quantity ${name}`, text })),
  ];
}

function sumOf(counted: readonly Counted[], row: Row<Field>, reader: CellReader) {
  const wrong = counted.filter(({ text }) => !/^-?\d{1,12}(\.\d{1,5})?$/.test(text));
  for (const { column, text } of wrong) {
    reader.faults.push({
      path: column,
      message: `expected a number, got "${text}"`,
      file: row.layout.file,
      line: row.line,
      column,
      value: text,
    });
  }
  if (wrong.length > 0) return undefined;
  return counted.reduce((sum, { text }) => sum + Number(text), 0);
}

function isNo(text: string): boolean {
  return text === 'n' || text === 'no' || text === 'false';
}
