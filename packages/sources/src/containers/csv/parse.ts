import { CsvError, Parser, type Info, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { createReadStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { TextFile } from '../../input/text-file.ts';
import type { Delimiter } from './delimiter.ts';
import { passLargeRow } from './large-row.ts';
import { lineEndOf, type LineEnd } from './line-end.ts';
import { notClosed, Place, tooLarge, type CsvRow, type CsvSyntaxError } from './place.ts';

/** Bytes. */
export const maxRecordSize = 16 * 1024 * 1024;

/**
 * Every row with something in it, the header included, in batches as they are read; those before an error come out as well.
 * A row above the limit comes out as far as it was kept.
 *
 * @throws {CsvSyntaxError}
 */
export async function* readRows(file: TextFile, delimiter: Delimiter): AsyncGenerator<CsvRow[]> {
  const lineEnd = await lineEndOf(file);
  let from = file;
  for (;;) {
    const stopped: CsvSyntaxError | undefined = yield* rowsFrom(from, delimiter, lineEnd);
    if (stopped === undefined) return;
    const large = await passLargeRow(file.path, stopped.start, delimiter, lineEnd);
    if (large === 'broken') throw stopped;
    if (large === 'unclosed') throw stopped.because(notClosed);
    const { cells, end } = large;
    const line: number = stopped.line + large.empty;
    const lines = file.sheet === undefined ? large.lines : 1;
    yield [{ cells, line, lines, start: stopped.start, end, isTooLarge: true }];
    from = { ...file, start: end, line: line + lines };
  }
}

/** Gives the error of a row that is too large, before which it stops. */
async function* rowsFrom(
  file: TextFile,
  delimiter: Delimiter,
  lineEnd: LineEnd,
): AsyncGenerator<CsvRow[], CsvSyntaxError | undefined> {
  const parser = new RowParser(file, delimiter, lineEnd);
  const end = finished(parser.resume());
  end.catch(() => undefined); // seen below, by `errored`
  // In small chunks, so that few rows are alive at a time.
  const bytes = createReadStream(file.path, { start: file.start, highWaterMark: 64 * 1024 });
  // No encoding is set, so the chunks are bytes.
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    parser.write(chunk);
    yield parser.takeRows();
    if (parser.errored instanceof CsvError) return tooLargeOf(parser, parser.errored);
  }
  parser.end();
  await end.catch(() => undefined);
  yield parser.takeRows();
  try {
    await end;
    return undefined;
  } catch (error) {
    if (error instanceof CsvError) return tooLargeOf(parser, error);
    throw error;
  }
}

/** @throws {CsvSyntaxError} The row is not CSV. */
function tooLargeOf({ place }: RowParser, error: CsvError): CsvSyntaxError {
  const stopped = place.syntaxError(error);
  if (stopped.reason === tooLarge) return stopped;
  throw stopped;
}

/**
 * Takes the rows where the parser would queue them, while it still knows where they end. Its own `on_record` and `info`
 * say the same and build two objects a row, which makes it a quarter slower.
 */
class RowParser extends Parser {
  readonly place: Place;
  #rows: CsvRow[] = [];

  constructor(file: TextFile, delimiter: Delimiter, lineEnd: LineEnd) {
    super(optionsFor(delimiter, lineEnd));
    this.place = new Place(file.start, file.line, file.sheet !== undefined);
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

const quote = 0x22;

/** To csv-parse, a quote behind an empty quoted cell opens it once more: `"" "a"` would be `a`. */
function openCellsOnce(parser: object): void {
  // Its own fields, which its types leave out. The property test in quotes.test.ts holds them.
  const { api, state } = parser as {
    readonly api: { __isQuote: (bytes: Buffer, at: number) => boolean };
    readonly state: { readonly quoting: boolean; readonly wasQuoting: boolean };
  };
  // Asked of every byte: the parser's own goes through its settings for each.
  api.__isQuote = (bytes, at) => bytes[at] === quote && (state.quoting || !state.wasQuoting);
}

/** How a piece of a text is read again. */
export interface PieceOfText {
  readonly delimiter: Delimiter;
  readonly lineEnd: LineEnd;
  /** Of its first row. */
  readonly line: number;
  /** As of {@link Place}. */
  readonly isSheet?: boolean;
}

/** The rows of a piece that {@link readRows} has read before. */
export function parseRows(
  text: Uint8Array,
  { delimiter, lineEnd, line, isSheet = false }: PieceOfText,
): CsvRow[] {
  const place = new Place(0, line, isSheet);
  const rows: CsvRow[] = [];
  parseSync(Buffer.from(text.buffer, text.byteOffset, text.length), {
    ...optionsFor(delimiter, lineEnd),
    on_record: (cells: string[], info: Info) => {
      const row = place.rowOf(cells, info);
      if (!isBlank(cells)) rows.push(row);
      return null;
    },
  });
  // Empty lines before the first row belong to the piece.
  const shift = line - (rows[0]?.line ?? line);
  return rows.map((row) => ({ ...row, line: row.line + shift }));
}

/**
 * A quote inside a bare cell is text (`27" wide`). Space around cells is cut off, so that a quote behind it opens a cell as
 * well. With `rtrim` text behind a closing quote stays an error although `relax_quotes` is on.
 */
function optionsFor(delimiter: Delimiter, lineEnd: LineEnd): Options {
  return {
    delimiter,
    // Both line ends occur within one file.
    record_delimiter: lineEnd === '\r' ? ['\r'] : ['\r\n', '\n'],
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
