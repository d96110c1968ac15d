import { productDictionary } from '../headings/products/dictionary.ts';
import { Column } from './column.ts';
import type { Kind } from './kinds.ts';

/** Kinds of cells that no heading is of. */
const telling: readonly Kind[] = ['money', 'imageAddress', 'address', 'email', 'date'];

/** Fewer rows say too little about their columns. */
const fewest = 2;

/**
 * Whether the first row of a table is data: its cells are of the kinds of those below, at least one of them is a number, and
 * none is a heading that is known and does not stand below once more.
 */
export function isDataRow(cells: readonly string[], below: readonly Column[]): boolean {
  const firsts = below.map(({ name }, at) => {
    const column = new Column(name);
    column.add(cells[at] ?? '');
    return column;
  });
  const differs = firsts.some((first, at) => {
    const kinds = telling.filter((kind) => below[at]?.is(kind));
    return first.filled > 0 && kinds.length > 0 && !kinds.some((kind) => first.is(kind));
  });
  const isNumber = (first: Column, at: number): boolean =>
    first.is('money') && below[at]?.is('money') === true;
  const rows = below[0]?.rows ?? 0;
  const isHeading = (cell: string, at: number): boolean =>
    productDictionary.meaningsOf(cell).length > 0 && below[at]?.seen.includes(cell.trim()) !== true;
  return rows >= fewest && !differs && !cells.some(isHeading) && firsts.some(isNumber);
}
