import { KeyIndex } from '../../spool/key-index.ts';
import { canonical } from '../../table/columns.ts';
import type { Check } from '../check.ts';
import { damagedCells } from '../check.ts';
import type { InspectedRow } from '../column.ts';

/** One SKU for two things, or one id for two records of a file. Where it ties rows to one record, it has to be repeated. */
export const duplicateKey: Check = {
  kind: 'duplicate-key',
  begin() {
    const lines = new KeyIndex();
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
          const line = known === undefined ? undefined : lines.set(known, row.line);
          return line === undefined ? undefined : { problem: `is already on line ${String(line)}` };
        }),
    };
  },
};
