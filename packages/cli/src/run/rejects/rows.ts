import type { OriginalDocument, OriginalRows } from 'sequenzy-sources';
import { sentenceOf, type Reject } from '../reject.ts';
import { csvLine } from './csv.ts';

export const lineColumn = 'sequenzy_line';
export const errorColumn = 'sequenzy_error';

/** The header of a rejects file: the original columns, then ours. A fed-back file brings ours along; they are renewed. */
export function headerOf({ columns }: OriginalRows): string {
  return csvLine([...kept(columns).map((index) => columns[index] ?? ''), lineColumn, errorColumn]);
}

/** Every row of a rejected record, its cells untouched, each with what is wrong in it. */
export function rowsOf({ columns, rows }: OriginalRows, reject: Reject): string {
  const keep = kept(columns);
  return rows
    .map(({ line, cells }, position) =>
      csvLine([
        ...keep.map((index) => cells[index] ?? ''),
        String(line),
        errorOf(reject, line, position === 0, new Set(rows.map((row) => row.line))),
      ]),
    )
    .join('');
}

/** A document on one line, with our two fields at its end. Its own text is kept digit by digit. */
export function documentOf({ text, line }: OriginalDocument, reject: Reject): string {
  const message = reject.reasons.map(sentenceOf).join('; ');
  const fields = `"${lineColumn}":${String(line)},"${errorColumn}":${JSON.stringify(message)}}`;
  // Between tokens a line break is only space, inside strings JSON allows none.
  const flat = text.trim().replace(/[\r\n]+/g, ' ');
  if (!flat.startsWith('{')) return `{"sequenzy_document":${flat},${fields}\n`;
  const open = flat.replace(ours, '').replace(/\s*\}$/, '');
  return `${open}${open === '{' ? '' : ','}${fields}\n`;
}

/** What an earlier run has put at the end of a document. */
const ours = /,?\s*"sequenzy_line":\d+,"sequenzy_error":"(?:[^"\\]|\\.)*"\s*(?=\}$)/;

function kept(columns: readonly string[]): number[] {
  return columns.flatMap((name, index) => {
    const own = [lineColumn, errorColumn].includes(name.trim().toLowerCase());
    return own ? [] : [index];
  });
}

/** A reason stands on the row it is about, else on the first. The other rows say why they are here. */
function errorOf(
  { reasons, line: firstLine }: Reject,
  line: number,
  isFirst: boolean,
  lines: ReadonlySet<number>,
): string {
  const mine = reasons.filter((reason) =>
    lines.has(reason.line) ? reason.line === line : isFirst,
  );
  if (mine.length > 0) return mine.map(sentenceOf).join('; ');
  const elsewhere = reasons.find((reason) => lines.has(reason.line))?.line ?? firstLine;
  return `belongs to the record rejected at line ${String(elsewhere)}`;
}
