import { isRecord } from 'sequenzy-contract';
import type { InputDocument } from './document.ts';
import type { Columns } from '../table/columns.ts';
import { layOut } from '../table/header.ts';
import { Row } from '../table/row.ts';

/** A flat document as the row its members would be; undefined where it is not an object. */
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
