import type { Row, Rows } from '../../../table/row.ts';
import { codeWithoutApostrophe, withoutApostrophe } from '../../../text/apostrophe.ts';
import type { LineCell, LineCellPlace } from '../line-cell.ts';
import { lineFields, type OrderField } from './fields.ts';

/** What is said about one line, and where. */
export interface SaidLine {
  readonly line: LineCell;
  readonly cell: LineCellPlace['cell'];
}

/** Rows that say anything about a line. Two of the same are two lines: people do order like that. */
export function linesInRows(rows: Rows<OrderField>): SaidLine[] {
  return rows
    .filter((row) => lineFields.some((field) => row.get(field) !== ''))
    .map((row) => ({ line: lineIn(row), cell: cellOf(row) }));
}

/** Whether the file has columns for lines. */
export function hasLines(rows: Rows<OrderField>): boolean {
  return rows.some((row) => lineFields.some((field) => row.has(field)));
}

function lineIn(row: Row<OrderField>): LineCell {
  return {
    productId: row.get('lineProductId'),
    variantId: row.get('lineVariantId'),
    sku: codeWithoutApostrophe(row.get('lineSku')),
    title: withoutApostrophe(row.get('lineTitle')),
    variant: withoutApostrophe(row.get('lineVariant')),
    quantity: row.has('lineQuantity') ? row.get('lineQuantity') : '1',
    price: row.get('linePrice'),
    sum: row.get('lineSum'),
  };
}

/** What the line is called by: its name, where the file has it. */
function cellOf(row: Row<OrderField>): LineCellPlace['cell'] {
  const field = row.has('lineTitle') ? 'lineTitle' : 'lineSku';
  return { ...row.place(field), value: row.get(field) };
}
