import type { CsvRow } from '../containers/csv/place.ts';
import { largeMark } from '../containers/xml/flatten.ts';
import { Row } from '../table/row.ts';
import type { TableInput } from './inputs.ts';

/** A row of a table as sources see it. What was made from XML brings its line along, and ends with its last filled cell. */
export function rowOf(
  { cells, line, isTooLarge }: Pick<CsvRow, 'cells' | 'line' | 'isTooLarge'>,
  { isFlattened, layout }: TableInput,
): Row {
  if (!isFlattened) return new Row(cells, line, layout, isTooLarge === true);
  const [first = '', ...own] = cells;
  const rest = Array.from({ length: Math.max(0, layout.names.length - own.length) }, () => '');
  return new Row([...own, ...rest], Number.parseInt(first, 10), layout, first.endsWith(largeMark));
}
