import { KeyIndex } from '../../spool/key-index.ts';
import { canonical } from '../../table/columns.ts';
import { type Check, damagedCells } from './check.ts';
import type { InspectedRow } from './column.ts';
import { misplacedIn } from '../../table/width.ts';

/** One SKU for two things, or one id for two records of a file. Where it ties rows to one record, it has to be repeated. */
export const duplicateKey: Check = {
  kind: 'duplicate-key',
  begin() {
    const seen = new LastSeen();
    const records = new KeyIndex();
    const isOfRecordBefore = ({ file, recordKey, line }: InspectedRow, cell: string): boolean =>
      recordKey !== undefined &&
      records.set(`${file}\u0000${cell}\u0000${recordKey}`, line) !== undefined;
    const keyOf = (row: InspectedRow, cell: string, key: string): string | undefined => {
      if (row.idCell !== undefined && row.columns[row.idCell]?.key === key)
        return isOfRecordBefore(row, cell) ? undefined : `${row.file}\u0000${key}\u0000${cell}`;
      return canonical(key).endsWith('sku') && row.recordKey !== cell
        ? `${key}\u0000${cell}`
        : undefined;
    };
    return {
      look: (row) =>
        damagedCells(row, (cell, { key }) => {
          const known = keyOf(row, cell, key);
          const place = known === undefined ? undefined : seen.set(known, row);
          return place === undefined ? undefined : { problem: `is already on ${place}` };
        }),
    };
  },
};

/** Where each key was seen last. */
class LastSeen {
  readonly #lines = new KeyIndex();
  readonly #files: string[] = [];
  /** Key -> number of the file; without an entry it is the first. */
  readonly #fileOf = new KeyIndex();

  /** Gives the place before: `line 3`, and in which file where that is another. */
  set(key: string, { file, line }: InspectedRow): string | undefined {
    if (this.#files.at(-1) !== file) this.#files.push(file);
    const number = this.#files.length - 1;
    const before = number === 0 ? 0 : (this.#fileOf.set(key, number) ?? 0);
    const lineBefore = this.#lines.set(key, line);
    if (lineBefore === undefined) return undefined;
    const elsewhere = before === number ? '' : ` in ${this.#files[before] ?? ''}`;
    return `line ${String(lineBefore)}${elsewhere}`;
  }
}

/** A row with more or fewer cells than there are columns. */
export const shiftedRow: Check = {
  kind: 'shifted-row',
  begin: () => ({
    look({ cells, columns, width }) {
      const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
      const isLong = count > columns.length;
      const names = columns.map(({ name }) => name);
      const isShifted = cells.length > columns.length && misplacedIn(cells, names) !== undefined;
      if (!isLong && !isShifted && cells.length >= width) return [];
      const has = String(isLong ? count : cells.length);
      return [
        { problem: `the row has ${has} cells and the header ${String(columns.length)} columns` },
      ];
    },
  }),
};
