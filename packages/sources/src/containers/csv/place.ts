import type { CsvError, Info } from 'csv-parse';
import { countLineBreaks } from './broken-quote.ts';

/** One record of a CSV text. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  /** Physical lines that it takes. */
  readonly lines: number;
  /** Bytes, from and up to; empty lines before it are included. */
  readonly start: number;
  readonly end: number;
  /** It is larger than the limit for one record, and cells that are too large are empty. */
  readonly isTooLarge?: true;
}

/** The parser's own code for a record above the limit. */
export const tooLarge = 'CSV_MAX_RECORD_SIZE';

/** Its code for a quote that is open at the end of the file. */
export const notClosed = 'CSV_QUOTE_NOT_CLOSED';

/** The text is not CSV from this record on. */
export class CsvSyntaxError extends Error {
  override readonly name = 'CsvSyntaxError';
  /** Where the record that could not be split begins. */
  readonly line: number;
  readonly start: number;
  /** The parser's own code: `CSV_MAX_RECORD_SIZE`. */
  readonly reason: string;

  constructor(line: number, start: number, cause: CsvError, reason: string = cause.code) {
    super(cause.message, { cause });
    this.reason = reason;
    this.line = line;
    this.start = start;
  }

  because(reason: string): CsvSyntaxError {
    return new CsvSyntaxError(this.line, this.start, this.cause as CsvError, reason); // its own cause
  }
}

/** Follows where records begin. csv-parse counts CRLF inside quotes twice, so its lines only say whether to look. */
export class Place {
  readonly #origin: number;
  readonly #isSheet: boolean;
  #line: number;
  #start: number;
  #linesSeen = 0;
  #emptySeen = 0;

  /**
   * @param start Bytes before the first record.
   * @param line Physical line on which it begins.
   * @param isSheet Whether the lines are counted as the rows of a sheet, whatever stands in their cells.
   */
  constructor(start: number, line: number, isSheet: boolean) {
    this.#origin = start;
    this.#start = start;
    this.#line = line;
    this.#isSheet = isSheet;
  }

  rowOf(cells: readonly string[], info: Info): CsvRow {
    const empty = info.empty_lines - this.#emptySeen;
    const inside =
      !this.#isSheet && info.lines - this.#linesSeen > 1 + empty
        ? cells.reduce((sum, cell) => sum + countLineBreaks(cell), 0)
        : 0;
    const row = {
      cells,
      line: this.#line + empty,
      lines: 1 + inside,
      start: this.#start,
      end: this.#origin + info.bytes,
    };
    this.#line = row.line + row.lines;
    this.#start = row.end;
    this.#linesSeen = info.lines;
    this.#emptySeen = info.empty_lines;
    return row;
  }

  syntaxError(error: CsvError): CsvSyntaxError {
    return new CsvSyntaxError(this.#line, this.#start, error);
  }
}
