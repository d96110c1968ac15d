import { noValue } from '../containers/workbook/error-value.ts';
import type { RecordFault } from '../faults/record-fault.ts';
import type { Layout } from './header.ts';
import type { Row } from './row.ts';

/** What spreadsheet programs show in place of a value, in the languages in which they do. */
const errors = new Set([
  ...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!'],
  ...['#FIELD!', '#BLOCKED!', '#UNKNOWN!', '#CONNECT!', '#BUSY!', '#EXTERNAL!', '#GETTING_DATA'],
  ...['#NV', '#BEZUG!', '#WERT!', '#ZAHL!', '#ÜBERLAUF!', '#VALEUR!', '#NOM?', '#NOMBRE!', '#NUL!'],
  ...['#¡REF!', '#¡VALOR!', '#¡DIV/0!', '#¿NOMBRE?', '#¡NUM!', '#¡NULO!', '#VALOR!', '#NOME?'],
  ...['#RIF!', '#VALORE!', '#NULLO!', '#VERW!', '#WAARDE!', '#DEEL/0!', '#NAAM?', '#GETAL!'],
]);

/** LibreOffice counts its own: `Err:502`. */
const ofLibreOffice = /^Err:5\d\d$/;

/** Cells that are read and hold an error of a spreadsheet. */
export function errorValueFaults(rows: readonly Row[]): RecordFault[] {
  const faults: RecordFault[] = [];
  for (const { cells, layout, line } of rows) {
    for (const index of readColumns(layout)) {
      const cell = cells[index] ?? '';
      const first = cell.charCodeAt(0);
      if (first !== 35 && first !== 69) continue; // # and E
      const message = messageOf(cell.trim());
      if (message === undefined) continue;
      const column = layout.names[index]?.trim() ?? '';
      faults.push({ path: column, message, file: layout.file, line, column, value: cell.trim() });
    }
  }
  return faults;
}

function messageOf(cell: string): string | undefined {
  if (cell === noValue) {
    return 'is a formula whose value is not in the file: open the file in a spreadsheet program and save it';
  }
  if (!errors.has(cell) && !ofLibreOffice.test(cell)) return undefined;
  return `"${cell}" is an error of a spreadsheet: correct the formula, or what it refers to`;
}

const known = new WeakMap<Layout, readonly number[]>();

/** Indices of the columns that a field is read from. */
function readColumns(layout: Layout): readonly number[] {
  const found = known.get(layout);
  if (found !== undefined) return found;
  const { at, families } = layout;
  const indices = [...Object.values(at), ...families.map(({ index }) => index)];
  const columns = [...new Set(indices)].filter((index) => index !== undefined);
  known.set(layout, columns);
  return columns;
}
