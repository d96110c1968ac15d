/** What a spreadsheet or an editor has done to a file. */
export type FindingKind =
  | 'lost-digits'
  | 'lost-zeros'
  | 'apostrophe'
  | 'date'
  | 'decimal-comma'
  | 'mojibake'
  | 'currency-switch'
  | 'duplicate-key'
  | 'compare-at'
  | 'shifted-row'
  | 'repeated-header'
  | 'html-title';

/** One damaged cell, or row. */
export interface Finding {
  readonly kind: FindingKind;
  /** The file as the user named it. */
  readonly file: string;
  /** Physical line, from 1. */
  readonly line: number;
  /** The file's own column name; absent where it is about the whole row. */
  readonly column?: string;
  /** What stands there. */
  readonly value?: string;
  /** A clause: `is in scientific notation, its last digits are gone`. */
  readonly problem: string;
  /** What should stand there, where that can be told. Of a repeated header nothing: the row is to go. */
  readonly repair?: string;
  /** Whether the repair can be nothing else, so that it may be made unseen. */
  readonly isCertain: boolean;
}

/** What a check finds in a row. */
export interface Damage {
  /** Index of the cell; absent where it is about the whole row. */
  readonly cell?: number;
  readonly problem: string;
  readonly repair?: string;
  readonly isCertain?: boolean;
}
