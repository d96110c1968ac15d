import type { Row } from '../table/row.ts';
import { isShifted, shiftedRowsError } from '../table/width.ts';

/** Counts the rows of a table whose values have moved to other columns. Each is a reject, as long as that can be trusted. */
export class ShiftedRows {
  #rows = 0;
  #shifted = 0;
  #first: Row | undefined;
  /** The first that shares its id with no row beside it: nobody knows whose part it is. */
  #alone: Row | undefined;
  #areParts = false;

  /** @param rows Those of one record that stand together. */
  see(rows: readonly [Row, ...Row[]]): void {
    const shifted = rows.filter((row) => !row.isTooLarge && isShifted(row));
    this.#rows += rows.length;
    this.#shifted += shifted.length;
    this.#areParts ||= rows.length > 1;
    const [first] = shifted;
    this.#first ??= first;
    if (shifted.length === rows.length) this.#alone ??= first;
  }

  /**
   * Refuses the file where half of its rows or more are shifted, so that it is not the rows that are wrong, and where a
   * shifted row may be a part of any record.
   *
   * @param areParts Whether records are known to have several rows that stand apart.
   * @throws {SourceError}
   */
  refuse(areParts: boolean): void {
    const lost = this.#areParts || areParts ? this.#alone : undefined;
    const first = this.#shifted * 2 >= this.#rows ? this.#first : lost;
    if (first !== undefined) throw shiftedRowsError(first);
  }
}
