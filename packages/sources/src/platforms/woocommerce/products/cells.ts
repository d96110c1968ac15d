import { Row } from '../../../table/row.ts';
import { withoutApostrophes } from '../../../text/apostrophe.ts';
import type { Field } from './columns.ts';

/** A row as it was before the exporter guarded its cells against spreadsheets. */
export function unguarded(row: Row<Field>): Row<Field> {
  if (!row.cells.some((cell) => cell.startsWith("'"))) return row;
  return new Row(row.cells.map(withoutApostrophes), row.line, row.layout);
}

/** The exporter writes a line break as a backslash and an n. */
export function withLineBreaks(html: string): string {
  return html.replaceAll('\\n', '\n');
}

/** The first of a list; addresses are parted by a comma and a space, and may hold commas themselves. */
export function firstImage(images: string): string {
  return images.split(/,\s+/, 1)[0] ?? '';
}

/** A single value; in lists a comma that belongs to a value has a backslash before it. */
export function valueOf(text: string): string {
  return text.replaceAll('\\,', ',');
}
