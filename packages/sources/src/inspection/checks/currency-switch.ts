import type { Check } from './check.ts';
import { damagedCells } from './check.ts';
import type { InspectedColumn } from './column.ts';

/** A row in another currency than the rest of its column, said in a cell of its own or beside a price. */
export const currencySwitch: Check = {
  kind: 'currency-switch',
  begin() {
    const counts = new Map<string, Map<string, number>>();
    return {
      see(row) {
        damagedCells(row, (cell, column) => {
          const code = codeIn(cell, column);
          const seen = counts.get(column.key) ?? new Map<string, number>();
          if (code !== undefined) counts.set(column.key, seen.set(code, (seen.get(code) ?? 0) + 1));
          return undefined;
        });
      },
      look: (row) =>
        damagedCells(row, (cell, column) => {
          const code = codeIn(cell, column);
          if (code === undefined) return undefined;
          const [usual] = [...(counts.get(column.key) ?? [])].toSorted((a, b) => b[1] - a[1]);
          if (usual === undefined || code === usual[0]) return undefined;
          return { problem: `is in ${code}, and most of the file in ${usual[0]}` };
        }),
    };
  },
};

function codeIn(cell: string, { role }: InspectedColumn): string | undefined {
  if (role === 'currency') return /^[a-z]{3}$/i.test(cell) ? cell.toUpperCase() : undefined;
  if (role !== 'price') return undefined;
  const [, before, behind] = /^(?:(\p{Sc}) ?)?[\d.,\s]*\d ?([A-Z]{3}|\p{Sc})?$/u.exec(cell) ?? [];
  return behind ?? before;
}
