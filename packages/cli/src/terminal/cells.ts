import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Cells that a text takes on a terminal: two for a Chinese character, none for an accent of its own. */
export function cellsOf(text: string): number {
  return stringWidth(text);
}

/** A text in lines of at most so many cells, broken at spaces; a longer word stands alone and whole. */
export function wrap(text: string, cells: number): string[] {
  return wrapAnsi(text, cells).split('\n');
}

/** As many spaces behind it as fill so many cells. */
export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}

/** Its beginning and a mark, where it takes more cells. */
export function shortened(text: string, cells: number, mark: string): string {
  if (cellsOf(text) <= cells) return text;
  const room = cells - cellsOf(mark);
  let begin = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (cellsOf(begin + segment) > room) break;
    begin += segment;
  }
  return begin + mark;
}
