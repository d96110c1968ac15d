import type { Delimiter } from './delimiter.ts';

/** Why a record cannot be split into cells, and where to look. */
export interface BrokenQuote {
  /** Physical line on which the quoted cell begins. */
  readonly line: number;
  /** Number of the cell in its record, from 0. */
  readonly cell: number;
  /** Physical line on which text follows the closing quote; undefined where the quote is never closed. */
  readonly closedOn: number | undefined;
  /** The cell as it is written, shortened. */
  readonly value: string;
}

/**
 * Finds the quote that the CSV parser stumbled over. One that does not begin a cell is text.
 *
 * @param text From the beginning of the record on.
 * @param line The physical line on which it begins.
 */
export function findBrokenQuote(
  text: string,
  delimiter: Delimiter,
  line: number,
): BrokenQuote | undefined {
  const separators = new RegExp(`\\${delimiter}|\\r\\n|\\n|\\r`, 'g');
  const separatorFrom = (from: number): RegExpExecArray | null => {
    separators.lastIndex = from;
    return separators.exec(text);
  };
  let [current, cell, at] = [line, 0, 0];
  for (;;) {
    const open = at + spacesAt(text, at, delimiter);
    let end = at;
    if (text[open] === '"') {
      const close = endOfQuoted(text, open);
      if (close === undefined) {
        return { line: current, cell, closedOn: undefined, value: shortened(text.slice(open)) };
      }
      const closedOn = current + countLineBreaks(text.slice(open, close));
      end = close + 1 + spacesAt(text, close + 1, delimiter);
      const next = separatorFrom(end)?.index ?? text.length;
      if (next > end) {
        return { line: current, cell, closedOn, value: shortened(text.slice(open, next)) };
      }
      current = closedOn;
    }
    const separator = separatorFrom(end);
    if (separator === null) return undefined;
    const isSameRecord = separator[0] === delimiter;
    cell = isSameRecord ? cell + 1 : 0;
    if (!isSameRecord) current += 1;
    at = separators.lastIndex;
  }
}

/** How many characters from here on are only space. */
function spacesAt(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && /[^\S\r\n]/.test(text.charAt(at))) at += 1;
  return at - from;
}

/** Where the closing quote stands. Two in a row are one quote of the text. */
function endOfQuoted(text: string, open: number): number | undefined {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? undefined : at;
}

/** CRLF, LF and a lone CR each end one line. */
export function countLineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

const longest = 60;

function shortened(cell: string): string {
  const start = cell
    .slice(0, longest + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return start.length > longest ? `${start.slice(0, longest)}…` : start;
}
