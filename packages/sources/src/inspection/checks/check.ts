import type { Decimal } from '../../money/amount.ts';
import type { InspectedColumn, InspectedRow } from './column.ts';
import type { Damage, FindingKind } from './finding.ts';

/** One kind of damage that is looked for. */
export interface Check {
  readonly kind: FindingKind;
  /** Begins an inspection: every row is seen first, and then looked at in the same order. */
  begin(settings: CheckSettings): Examiner;
}

/** What the user has said of the files. */
export interface CheckSettings {
  /** What parts the decimals of prices. */
  readonly decimal: Decimal | undefined;
}

export interface Examiner {
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
