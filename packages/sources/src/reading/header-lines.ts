import { countLineBreaks } from '../containers/csv/broken-quote.ts';
import { readRows } from '../containers/csv/parse.ts';
import { CsvSyntaxError } from '../containers/csv/place.ts';
import {
  delimitedText,
  delimiterOf,
  type DelimitedText,
} from '../containers/csv/separator-line.ts';
import { describeSyntaxError } from '../containers/csv/syntax-error.ts';
import { SourceError } from '../faults/source-error.ts';
import { tooLargeRow } from '../faults/too-large.ts';
import { textFromLine, type TextFile } from '../input/text-file.ts';
import { arePositions, positions } from '../mapping/language/position-names.ts';
import { counted, verb } from '../text/counted.ts';

/** A line that may hold the columns of a table. */
export interface HeaderLine {
  /** The text from this line on. */
  readonly table: DelimitedText;
  readonly names: readonly string[];
  /** Whether it is data, and its columns are named by their place. */
  readonly isHeadless: boolean;
  /** Whether it is marked as a comment. */
  readonly isComment: boolean;
  /** Says which lines stand above it, if any do. */
  readonly warnings: readonly string[];
}

/** What the user says of the lines above the columns. */
export interface HeaderChoice {
  /** Line of the columns, from 1; `none` where the first one is data. */
  readonly header?: number | 'none' | undefined;
  /** Lines that are not read. */
  readonly skip?: readonly number[] | undefined;
}

/** More lines than that do not stand above the columns of any known export. */
const mostAbove = 10;

/** A title has no more cells than that. */
const mostOfTitle = 2;

/**
 * Goes through the lines that may hold the columns: the first one, and those below it as long as comments (`# Required`)
 * or titles are all that stands above.
 *
 * @throws {SourceError} The text has no row at all, or is not CSV.
 */
export async function* headerLines(
  text: TextFile,
  { header, skip = [] }: HeaderChoice = {},
): AsyncGenerator<HeaderLine> {
  const above: Line[] = [];
  let table = await delimitedText(text);
  for (;;) {
    const line = await firstLine(table);
    if (line === undefined) break;
    const { cells, isComment } = line;
    const isSkipped = skip.includes(line.line);
    const isBelowTitles = above.every((one) => one.isComment || filled(one) < filled(line));
    if (header === 'none' && !isSkipped) {
      yield headlessLine(table, cells);
      return;
    }
    if (header === undefined ? isBelowTitles && !isSkipped : line.line === header) {
      const warnings = warningOf(above, text.name);
      yield { table, names: cells, isHeadless: false, isComment, warnings };
    }
    const isAbove = isSkipped || isComment || filled(line) <= mostOfTitle;
    if (header === undefined ? !isAbove : header !== 'none' && line.line >= header) return;
    if (above.push(line) > mostAbove && header === undefined) return;
    const below = await textFromLine(text, line.next.line, line.next.start);
    table = { text: below, delimiter: delimiterOf(below) };
  }
  if (above.length > 0) return;
  throw new SourceError('the file has no header', {
    code: 'empty',
    file: text.name,
    nextStep: 'Export the file again.',
  });
}

/** The first line of data; a file that was made of such a one, as one of rejects is, names its columns by their place. */
export function headlessLine(table: DelimitedText, cells: readonly string[]): HeaderLine {
  const isHeadless = !arePositions(cells);
  const names = isHeadless ? positions(cells.length) : cells;
  return { table, names, isHeadless, isComment: false, warnings: [] };
}

/** The first line of a text with something in it. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly isComment: boolean;
  /** Where the text continues. */
  readonly next: { readonly line: number; readonly start: number };
}

async function firstLine({ text: from, delimiter }: DelimitedText): Promise<Line | undefined> {
  try {
    for await (const [row] of readRows(from, delimiter)) {
      if (row === undefined) continue;
      const { cells, line } = row;
      if (row.isTooLarge === true) throw tooLargeRow(from.name, line);
      const next = { line: line + row.lines, start: row.end };
      const bytes = Buffer.from(from.head).subarray(row.start - from.start, row.end - from.start);
      const text = bytes.toString().trim();
      return { line, cells, text, isComment: comment.test(text), next };
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    const line = commentAt(from);
    if (line !== undefined) return line;
    throw await describeSyntaxError(error, from, delimiter);
  }
  return undefined;
}

const comment = /^\s*"?\s*(#|\/\/)/;

/** A comment need not be CSV. */
function commentAt({ head, line, start }: TextFile): Line | undefined {
  const [whole = ''] = /^\s*"?\s*(#|\/\/)[^\r\n]*(\r\n|\n|\r)/.exec(head) ?? [];
  if (whole === '') return undefined;
  const next = line + countLineBreaks(whole);
  return {
    line: next - 1,
    cells: [whole],
    text: whole,
    isComment: true,
    next: { line: next, start: start + Buffer.byteLength(whole) },
  };
}

function filled({ cells }: Line): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function warningOf(above: readonly Line[], file: string): string[] {
  if (above.length === 0) return [];
  const lines = above.map(({ line, text }) => `line ${String(line)} (${shortened(text)})`);
  const count = counted(above.length, 'line');
  return [
    `${count} above the columns of ${file} ${verb(above.length, 'was', 'were')} skipped: ${lines.join(', ')}.`,
  ];
}

const longest = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
