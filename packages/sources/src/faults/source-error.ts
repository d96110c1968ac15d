import { classMark, isInstanceOf, worded, type Words } from 'sequenzy-contract';

/** Why a whole input was refused. */
export type SourceErrorCode =
  /** The file is missing, a folder, not allowed, or changed or went away while it was read. */
  | 'unreadable'
  /** No file at a web address has changed since it was used last. */
  | 'not-modified'
  /** Damaged or cut off: a truncated gzip, a protected workbook, a web page where text is expected. */
  | 'damaged'
  | 'empty'
  /** No registered source knows these columns, or more than one file of different formats was given. */
  | 'unknown-format'
  | 'mixed-formats'
  /** The file has columns of its own, and nobody has said yet how they are to be read. */
  | 'mapping-needed'
  /** Two sources fit equally well. */
  | 'ambiguous'
  /** The format is known, and does not hold what is needed. */
  | 'unusable'
  /** The text is not CSV or JSON throughout: an open quote, rows that are shifted against the header. */
  | 'syntax'
  | 'shifted-rows'
  /** A column decides what an order is (its status, a refund, a test), and is not read. */
  | 'unread-column'
  /** A price, and no currency to read it in. */
  | 'missing-currency'
  /** The file leaves something open that only the user can say. */
  | 'missing-option'
  /** An option that this source does not have, or a value it cannot take. */
  | 'bad-option';

/** What is known about the place and the way out. */
export interface SourceErrorDetails {
  readonly code: SourceErrorCode;
  /** The file as the user named it; standard input is `stdin`. */
  readonly file?: string;
  /** Physical line, from 1. */
  readonly line?: number;
  /** The cell of a workbook, or its whole row: `Sheet1!C7`, `Sheet1!7:7`. */
  readonly cell?: string;
  /** The file's own column name. */
  readonly column?: string;
  /** What stood there. */
  readonly value?: string;
  /** What to do about it, a complete sentence. */
  readonly nextStep: Words;
  /** Names of the sources between which the user has to choose. */
  readonly candidates?: readonly string[];
  readonly cause?: unknown;
}

/**
 * The input as a whole cannot be used; nothing of it was handed out. One record's faults are not errors: they stand in
 * {@link CatalogRecord.faults}. The message is one line that names file, line, column, value and the next step.
 */
export class SourceError extends Error {
  static readonly [classMark]: string = 'SourceError';
  override readonly name = 'SourceError';
  readonly code: SourceErrorCode;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** Of a workbook: `Sheet1!C7`, or `Sheet1!7:7`. */
  readonly cell: string | undefined;
  readonly column: string | undefined;
  readonly value: string | undefined;
  /** What is wrong, without the place and without a full stop. */
  readonly problem: Words;
  /** What to do about it, complete sentences. */
  readonly advice: Words;
  /** Names of the sources between which the user has to choose; empty unless the code is `ambiguous`. */
  readonly candidates: readonly string[];

  readonly #details: SourceErrorDetails;

  /** @param problem What is wrong, a sentence without its full stop and without the place. */
  constructor(problem: Words, details: SourceErrorDetails) {
    super(
      `${placeOf(details)}${worded(problem)}. ${worded(details.nextStep)}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.#details = details;
    this.code = details.code;
    this.file = details.file;
    this.line = details.line;
    this.cell = details.cell;
    this.column = details.column;
    this.value = details.value;
    this.problem = problem;
    this.advice = details.nextStep;
    this.candidates = details.candidates ?? [];
  }

  /** True for the errors of every copy of this package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstanceOf(this, value);
  }

  /** The same of a cell of a workbook. */
  at(cell: string): SourceError {
    return new SourceError(this.problem, { ...this.#details, cell });
  }
}

/** `products.csv, line 7, column "Variant Price": `; of a workbook `products.xlsx, Sheet1!C7, column "Price": ` */
function placeOf({ file, line, cell, column }: SourceErrorDetails): string {
  const parts = [
    file,
    cell ?? (line === undefined ? undefined : `line ${String(line)}`),
    column === undefined ? undefined : `column "${column}"`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}
