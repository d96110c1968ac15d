import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** `[S]Size=M,[RB]Colour=Red`: in brackets how the shop shows the option. Source: public converters. */
export function readOptions(
  row: Row<Field>,
  reader: CellReader,
): { name: string; value: string }[] {
  return row
    .get('name')
    .split(/,\s*(?=\[[A-Z]+\])/)
    .flatMap((entry) => {
      const [, name, value] = /^\[[A-Z]+\]([^=]+)=(.+)$/s.exec(entry.trim()) ?? [];
      if (name !== undefined && value !== undefined && !/:#|\[/.test(value)) {
        return [{ name: name.trim(), value: value.trim() }];
      }
      reader.faults.push(row.fault('name', `expected options such as [S]Size=M, got "${entry}"`));
      return [];
    });
}
