import type { RecordFault } from '../faults/record-fault.ts';
import { SourceError } from '../faults/source-error.ts';
import { tooLargeMessage } from '../faults/too-large.ts';
import type { Layout } from './header.ts';
import type { Row } from './row.ts';

/**
 * Whether a row has more cells than there are columns, so that its values have moved to other columns and nobody can tell
 * which of them are correct. Empty cells behind the last column are nothing as long as every value can stand where it stands.
 */
export function isShifted({ cells, layout: { names } }: Pick<Row, 'cells' | 'layout'>): boolean {
  if (cells.length <= names.length) return false;
  const isEmptyBehind = cells.slice(names.length).every((cell) => cell.trim() === '');
  return !isEmptyBehind || misplacedIn(cells, names) !== undefined;
}

export function shiftedRowFault({ cells, line, layout }: Row): RecordFault {
  const misplaced = misplacedIn(cells, layout.names);
  return {
    path: misplaced?.column ?? '',
    message: `${shiftOf(cells, layout)}. Look for an unquoted separator in this row`,
    file: layout.file,
    line,
    ...misplaced,
  };
}

/** Refuses a file for a row that {@link isShifted}. */
export function shiftedRowsError({ cells, line, layout }: Row): SourceError {
  return new SourceError(shiftOf(cells, layout), {
    code: 'shifted-rows',
    file: layout.file,
    line,
    ...misplacedIn(cells, layout.names),
    nextStep:
      'Nothing of the file was used. Look for an unquoted separator in this row, or export it again.',
  });
}

function shiftOf(cells: readonly string[], layout: Layout): string {
  return `${widthsOf(cells.length, layout.names.length, layout)}, so its values are shifted`;
}

function widthsOf(cells: number, columns: number, { isHeadless }: Layout): string {
  const other = isHeadless === true ? 'the first row' : 'the header';
  return `this row has ${String(cells)} cells and ${other} ${String(columns)} columns`;
}

/** The first cell that cannot be what its heading says. */
export function misplacedIn(
  cells: readonly string[],
  names: readonly string[],
): { readonly column: string; readonly value: string } | undefined {
  const at = names.findIndex((name, index) => !fitsHeading(cells[index] ?? '', name));
  return at < 0 ? undefined : { column: names[at]?.trim() ?? '', value: cells[at]?.trim() ?? '' };
}

/** Rows above the limit for one record. */
export function largeRowFaults(rows: readonly Row[]): RecordFault[] {
  return rows
    .filter(({ isTooLarge }) => isTooLarge)
    .map(({ line, layout: { file } }) => ({ path: '', message: tooLargeMessage, file, line }));
}

/** A row that ends before the last column. */
export function shortRowFaults(rows: readonly Row[]): RecordFault[] {
  return rows
    .filter((row) => row.cells.length < row.layout.width)
    .map((row) => ({
      path: '',
      message: widthsOf(row.cells.length, row.layout.width, row.layout),
      file: row.layout.file,
      line: row.line,
    }));
}

/** What a heading says that its cells hold. */
interface ValueKind {
  readonly heading: RegExp;
  /** What a cell looks like that can be such a value. */
  readonly value: RegExp;
}

const yesNo = /^(true|false|yes|no|y|n|-?[01]|on|off|active|draft|archived)$/i;

/** The first that fits a heading decides. Headings that can hold anything, such as titles and codes, are of no kind. */
const kinds: readonly ValueKind[] = [
  {
    heading:
      /\b(alt|text|title|name|type|unit|code|policy|format|status|labels?|handle|key|slug|id|description|product url)\b/,
    value: /./,
  },
  {
    heading: /\bin stock\b/,
    value: /^((in|out)[ _-]?(of[ _-]?)?stock|backorder|preorder)$|^(true|false|yes|no|\d+)$/i,
  },
  {
    heading: /\b(published|taxable|visible|active|enabled|requires shipping|gift card|is \w+)\b/,
    value: yesNo,
  },
  { heading: /\b(date|created|updated|modified) ?(at|on)?\b/, value: /\d/ },
  {
    heading: /\b(quantity|qty|stock|position|sort|grams|weight|width|height|length|count)\b/,
    value: /^'?[-+\d.,\s]*\d\s*\w{0,3}'?$|^(unlimited|parent)$/i,
  },
  { heading: /\b(url|link|image|picture|photo|src)s?\b/, value: /[./]/ },
  {
    heading: /\b(price|cost|amount|total|subtotal|msrp)\b/,
    // Square writes the word where the price is asked for at the till.
    value: /^\D{0,4}[\d.,\s'’]*\d\D{0,4}$|^variable$/i,
  },
];

/** Whether a cell can be what its heading says. An empty one can. */
function fitsHeading(cell: string, heading: string): boolean {
  const text = cell.trim();
  if (text === '') return true;
  const words = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ');
  const kind = kinds.find((one) => one.heading.test(words));
  return kind?.value.test(text) ?? true;
}
