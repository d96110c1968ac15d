import { CsvError, Parser, type Info, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { TextFile } from '../../input/text-file.ts';
import type { Delimiter } from './delimiter.ts';
import { Place, type CsvRow } from './place.ts';

/** A larger record is most often a quote that was never closed. Bytes. */
export const maxRecordSize = 16 * 1024 * 1024;

/**
 * Every row with something in it, the header included, in batches as they are read; those before an error come out as well.
 *
 * @throws {CsvSyntaxError}
 */
export async function* readRows(file: TextFile, delimiter: Delimiter): AsyncGenerator<CsvRow[]> {
  const parser = new RowParser(file, delimiter);
  const end = finished(parser.resume());
  end.catch(() => undefined); // seen below, by `errored`
  // In small chunks, so that few rows are alive at a time.
  const bytes = createReadStream(file.path, { start: file.start, highWaterMark: 64 * 1024 });
  // No encoding is set, so the chunks are bytes.
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    parser.write(chunk);
    yield parser.takeRows();
    if (parser.errored instanceof CsvError) throw parser.place.syntaxError(parser.errored);
  }
  parser.end();
  await end.catch(() => undefined);
  yield parser.takeRows();
  await end.catch((error: unknown) => {
    throw error instanceof CsvError ? parser.place.syntaxError(error) : error;
  });
}

/**
 * Takes the rows where the parser would queue them, while it still knows where they end. Its own `on_record` and `info`
 * say the same and build two objects a row, which makes it a quarter slower.
 */
class RowParser extends Parser {
  readonly place: Place;
  #rows: CsvRow[] = [];

  constructor(file: TextFile, delimiter: Delimiter) {
    super(optionsFor(delimiter, file.head));
    this.place = new Place(file.start, file.line);
    openCellsOnce(this);
  }

  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(null);
    const row = this.place.rowOf(cells, this.info);
    if (!isBlank(cells)) this.#rows.push(row);
    return true;
  }

  /** The rows since the last call. */
  takeRows(): CsvRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}

/** To csv-parse, a quote behind an empty quoted cell opens it once more: `"" "a"` would be `a`. */
function openCellsOnce(parser: object): void {
  // Its own fields, which its types leave out. The property test in quotes.test.ts holds them.
  const { api, state } = parser as {
    readonly api: { __isQuote: (bytes: Buffer, at: number) => boolean };
    readonly state: { readonly quoting: boolean; readonly wasQuoting: boolean };
  };
  const isQuote = api.__isQuote;
  api.__isQuote = (bytes, at) =>
    isQuote.call(api, bytes, at) && (state.quoting || !state.wasQuoting);
}

/** The rows of a piece that {@link readRows} has read before. `line` is that of its first row. */
export function parseRows(
  text: Uint8Array,
  delimiter: Delimiter,
  line: number,
): Pick<CsvRow, 'cells' | 'line' | 'start' | 'end'>[] {
  const place = new Place(0, line);
  const rows: CsvRow[] = [];
  parseSync(Buffer.from(text.buffer, text.byteOffset, text.length), {
    ...optionsFor(delimiter, '\n'),
    on_record: (cells: string[], info: Info) => {
      const row = place.rowOf(cells, info);
      if (!isBlank(cells)) rows.push(row);
      return null;
    },
  });
  // Empty lines before the first row belong to the piece.
  const shift = line - (rows[0]?.line ?? line);
  return rows.map(({ cells, line: at, start, end }) => ({ cells, line: at + shift, start, end }));
}

/**
 * A quote inside a bare cell is text (`27" wide`). Space around cells is cut off, so that a quote behind it opens a cell as
 * well. With `rtrim` text behind a closing quote stays an error although `relax_quotes` is on.
 */
function optionsFor(delimiter: Delimiter, head: string): Options {
  return {
    delimiter,
    // Both line ends occur within one file; a lone CR ends a line only where nothing else does. A first line can be longer
    // than the head, which shows no line end then.
    record_delimiter: !head.includes('\n') && /\r./.test(head) ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    ltrim: true,
    rtrim: true,
    skip_empty_lines: true,
    max_record_size: maxRecordSize,
  };
}

/** `,,,` is what spreadsheets leave of deleted rows. */
function isBlank(cells: readonly string[]): boolean {
  return cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '');
}
