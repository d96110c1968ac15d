import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** `Color:color:0; Size:select:1` and `Blue:0; M:1`, paired in the order in which they are listed. */
export function readOptions(
  row: Row<Field>,
  reader: CellReader,
): { name: string; value: string }[] {
  const names = listed(row.get('attributes')).map((entry) => entry.replace(/:[^:]*:\d+$/, ''));
  const values = listed(row.get('values')).map((entry) => entry.replace(/:\d+$/, ''));
  if (names.length === values.length && !names.includes('')) {
    return names.map((name, at) => ({ name: name.trim(), value: values[at]?.trim() ?? '' }));
  }
  const message = `expected a value for each of the ${String(names.length)} attributes, got ${String(values.length)}`;
  reader.faults.push(row.fault('values', message));
  return [];
}

/** A position ends an entry, because names and values hold semicolons and commas of their own. */
function listed(cell: string): string[] {
  return cell
    .split(/(?<=:\d+)\s*[;,]\s*/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
