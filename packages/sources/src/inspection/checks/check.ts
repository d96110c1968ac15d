import type { Words } from 'sequenzy-contract';
import type { Decimal } from '../../money/amount.ts';
import type { InspectedColumn, InspectedRow } from './column.ts';

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
  | 'too-large'
  | 'html-title';

/** One damaged cell, or row. */
export interface Finding {
  readonly kind: FindingKind;
  /** The file as the user named it. */
  readonly file: string;
  /** Physical line, from 1. */
  readonly line: number;
  /** In a workbook: `Sheet1!C7`, or the row `Sheet1!7:7`. */
  readonly cell?: string;
  /** The file's own column name; absent where it is about the whole row. */
  readonly column?: string;
  /** What stands there. */
  readonly value?: string;
  /** A clause: `is in scientific notation, its last digits are gone`. */
  readonly problem: string;
  /** What should stand there, where that can be told. Of a repeated header and a row that is too large nothing: the row is to go. */
  readonly repair?: string;
  /** Whether the repair can be nothing else, so that it may be made unseen. */
  readonly isCertain: boolean;
}

/** What a check finds in a row. */
export interface Damage {
  /** Index of the cell; absent where it is about the whole row. */
  readonly cell?: number;
  readonly problem: Words;
  readonly repair?: string;
  readonly isCertain?: boolean;
}

/** One kind of damage that is looked for. */
export interface Check {
  readonly kind: FindingKind;
  /** Begins an inspection: every row is seen first, and then looked at in the same order. */
  begin(settings: CheckSettings): Examiner;
}

/** What the user has said of the files. */
export interface CheckSettings {
  /** Separator of the decimals of prices. */
  readonly decimal: Decimal | undefined;
}

interface Examiner {
  /** Learns what is usual in the columns. */
  see?(row: InspectedRow): void;
  look(row: InspectedRow): readonly Damage[];
}

/** A check of each cell by itself. */
export function cellCheck(
  kind: FindingKind,
  look: (cell: string, column: InspectedColumn) => Omit<Damage, 'cell'> | undefined,
): Check {
  return { kind, begin: () => ({ look: (row) => damagedCells(row, look) }) };
}

/** The cells of a row for which a reason is found. */
export function damagedCells(
  { cells, columns }: InspectedRow,
  look: (cell: string, column: InspectedColumn) => Omit<Damage, 'cell'> | undefined,
): Damage[] {
  return columns.flatMap((column, index) => {
    const cell = cells[index]?.trim() ?? '';
    const damage = cell === '' ? undefined : look(cell, column);
    return damage === undefined ? [] : [{ cell: index, ...damage }];
  });
}
