import { readRows } from '../containers/csv/parse.ts';
import { CsvSyntaxError, type CsvRow } from '../containers/csv/place.ts';
import { describeSyntaxError } from '../containers/csv/syntax-error.ts';
import { repeatsHeader } from '../table/header.ts';
import { Row } from '../table/row.ts';
import type { TableInput } from './inputs.ts';
import { largeMark } from '../containers/xml/flatten.ts';

/** A row and its bytes in the text, from and up to. */
export interface PlacedRow {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
  /** Whether it is the header once more, and no data. */
  readonly repeatsHeader: boolean;
}

/**
 * Every row below the header of a table in batches as they are read.
 *
 * @throws {SourceError} The text is not CSV throughout.
 */
export async function* rowsOf(input: TableInput): AsyncGenerator<PlacedRow[]> {
  let isHeaderNext = !input.isFlattened && input.layout.isHeadless !== true;
  try {
    for await (const batch of readRows(input.text, input.delimiter)) {
      const rows = isHeaderNext ? batch.slice(1) : batch;
      isHeaderNext &&= batch.length === 0;
      yield rows.map(({ start, end, ...csvRow }) => {
        const row = rowOf(csvRow, input);
        return { row, start, end, repeatsHeader: repeatsHeader(row.cells, input.layout) };
      });
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw await describeSyntaxError(error, input.text, input.delimiter, input.layout.names);
  }
}

/**
 * A row of a table as sources see it. What was made from XML brings its line along; that and a row of a sheet end with
 * their last filled cell. Cells of a sheet beside its table have no column.
 */
export function rowOf(
  { cells, line, isTooLarge }: Pick<CsvRow, 'cells' | 'line' | 'isTooLarge'>,
  { isFlattened, layout, text }: TableInput,
): Row {
  const { length } = layout.names;
  if (text.sheet !== undefined) {
    return new Row(filledUp(cells.slice(0, length), length), line, layout, isTooLarge === true);
  }
  if (!isFlattened) return new Row(cells, line, layout, isTooLarge === true);
  const [first = '', ...own] = cells;
  const isLarge = first.endsWith(largeMark);
  return new Row(filledUp(own, length), Number.parseInt(first, 10), layout, isLarge);
}

function filledUp(cells: readonly string[], length: number): readonly string[] {
  const rest = Array.from({ length: Math.max(0, length - cells.length) }, () => '');
  return rest.length === 0 ? cells : [...cells, ...rest];
}
