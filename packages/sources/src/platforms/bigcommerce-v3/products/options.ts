import type { CellReader } from '../../../table/cells.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

const malformed = 'expected options such as Type=Dropdown|Name=Size|Value=M';

/** `Type=Dropdown|Name=Size|Value=M|Type=Swatch|Name=Colour|Value=Red`. Source: public readers of the export and their tests. */
export function readOptions(
  row: Row<Field>,
  reader: CellReader,
): { name: string; value: string }[] {
  const text = row.get('options');
  if (text === '') return [];
  const options = text.split(/\|(?=Type=)/).map((entry) => {
    const { name, value } =
      /^Type=[^|]*\|Name=(?<name>[^|]+)\|Value=(?<value>.+)$/s.exec(entry.trim())?.groups ?? {};
    return name === undefined || value === undefined
      ? undefined
      : { name: name.trim(), value: value.trim() };
  });
  const read = options.filter((option) => option !== undefined);
  if (read.length < options.length || read.some(({ value }) => /\||^#|\[/.test(value))) {
    reader.faults.push(row.fault('options', `${malformed}, got "${text}"`));
  }
  return read;
}
