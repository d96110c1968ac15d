import { KeyIndex } from '../../spool/key-index.ts';
import { canonical } from '../../table/columns.ts';
import type { Check } from '../check.ts';
import { damagedCells } from '../check.ts';

/** One SKU for two things. Where it is what ties rows to one record, it has to be repeated. */
export const duplicateKey: Check = {
  kind: 'duplicate-key',
  begin() {
    const lines = new KeyIndex();
    return {
      look: (row) =>
        damagedCells(row, (cell, { key }) => {
          if (!canonical(key).endsWith('sku') || row.recordKey === cell) return undefined;
          const line = lines.set(`${key}\u0000${cell}`, row.line);
          return line === undefined ? undefined : { problem: `is already on line ${String(line)}` };
        }),
    };
  },
};
