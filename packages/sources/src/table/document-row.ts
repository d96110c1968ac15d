import { isRecord } from 'sequenzy-contract';
import type { InputDocument } from '../reading/format.ts';
import type { Columns } from './columns.ts';
import { layOut } from './header.ts';
import { Row } from './row.ts';

/** A flat document as the row its members would be; undefined where it is no object. */
export function rowOfDocument<Field extends string>(
  { value, file, line }: InputDocument,
  columns: Columns<Field>,
): Row<Field> | undefined {
  if (!isRecord(value)) return undefined;
  const layout = layOut(file, Object.keys(value), columns, { map: {} });
  return new Row(Object.values(value).map(textOf), line, layout);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
