import type { OriginalDocument, OriginalRows } from 'sequenzy-sources';
import { sentenceOf, type Reason, type Reject } from '../report/reject.ts';
import { csvLine } from './csv.ts';

/** Only where there are several inputs. */
const fileColumn = 'sequenzy_file';
const lineColumn = 'sequenzy_line';
export const errorColumn = 'sequenzy_error';

/** How rejected records are written. */
export interface Style {
  /** Whether it is required from which file they are. */
  readonly hasFile: boolean;
}

/** The header of a rejects file: the original columns, then ours. A fed-back file brings ours along; they are renewed. */
export function headerOf({ columns }: OriginalRows, { hasFile }: Style): string {
  const own = kept(columns).map((index) => columns[index] ?? '');
  return csvLine([...own, ...(hasFile ? [fileColumn] : []), lineColumn, errorColumn]);
}

/** Every row of a rejected record, its cells untouched, each with what is wrong in it. */
export function rowsOf(
  { columns, rows }: OriginalRows,
  reject: Reject,
  { hasFile }: Style,
): string {
  const keep = kept(columns);
  const places = rows.map(({ file = reject.file, line }) => ({ file, line }));
  return rows
    .map(({ file = reject.file, line, cells }, position) =>
      csvLine([
        ...ownCells(cells, columns, keep),
        ...(hasFile ? [asText(file)] : []),
        String(line),
        asText(errorOf(reject, { file, line }, position === 0, places)),
      ]),
    )
    .join('');
}

/** What we add is never a formula, whatever a server has said: a file may be opened in a spreadsheet. */
function asText(own: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(own) ? `'${own}` : own;
}

/** A document on one line, with our fields at its end. Its own text is kept digit by digit. */
export function documentOf(
  { text, line }: OriginalDocument,
  reject: Reject,
  { hasFile }: Style,
): string {
  const message = reject.reasons.map(sentenceOf).join('; ');
  const file = hasFile ? `"${fileColumn}":${JSON.stringify(reject.file)},` : '';
  const fields = `${file}"${lineColumn}":${String(line)},"${errorColumn}":${JSON.stringify(message)}}`;
  // Between tokens a line break is only space, inside strings JSON allows none.
  const flat = text.trim().replace(/[\r\n]+/g, ' ');
  if (!flat.startsWith('{')) return `{"sequenzy_document":${flat},${fields}\n`;
  const open = flat.replace(ours, '').replace(/\s*\}$/, '');
  return `${open}${open === '{' ? '' : ','}${fields}\n`;
}

/** What an earlier run has put at the end of a document. */
const ours =
  /,?\s*(?:"sequenzy_file":"(?:[^"\\]|\\.)*",)?"sequenzy_line":\d+,"sequenzy_error":"(?:[^"\\]|\\.)*"\s*(?=\}$)/;

function kept(columns: readonly string[]): number[] {
  return columns.flatMap((name, index) => {
    const own = [fileColumn, lineColumn, errorColumn].includes(name.trim().toLowerCase());
    return own ? [] : [index];
  });
}

/** A row with values behind the last column keeps all of them: fed back as it is, it is refused again. */
function ownCells(
  cells: readonly string[],
  columns: readonly string[],
  keep: readonly number[],
): string[] {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled <= columns.length) return keep.map((index) => cells[index] ?? '');
  // Ours stand at the end.
  return cells.slice(0, filled - (columns.length - keep.length));
}

type Place = Pick<Reason, 'file' | 'line'>;

/** A reason stands on the row it is about, else on the first. The other rows say why they are here. */
function errorOf(
  { reasons, ...first }: Reject,
  own: Place,
  isFirst: boolean,
  places: readonly Place[],
): string {
  const hasRow = (reason: Reason): boolean => places.some((place) => isSame(place, reason));
  const mine = reasons.filter((reason) => (hasRow(reason) ? isSame(own, reason) : isFirst));
  if (mine.length > 0) return mine.map(placedSentence).join('; ');
  const { file, line, cell = `line ${String(line)}` } = reasons.find(hasRow) ?? first;
  const elsewhere = file === own.file ? '' : ` of ${file}`;
  return `belongs to the record rejected at ${cell}${elsewhere}`;
}

/** `Sheet1!C7 Price: "abc" is not an amount` */
function placedSentence(reason: Reason): string {
  const sentence = sentenceOf(reason);
  return reason.cell === undefined ? sentence : `${reason.cell} ${sentence}`;
}

function isSame(one: Place, other: Place): boolean {
  return one.file === other.file && one.line === other.line;
}
