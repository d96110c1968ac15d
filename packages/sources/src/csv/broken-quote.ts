/** Why a record cannot be split into cells, and on which line to look. */
export interface BrokenQuote {
  readonly line: number;
  /** `open`: a quoted cell does not end where its closing quote stands, or at all. `stray`: a quote inside a bare cell. */
  readonly kind: 'open' | 'stray';
}

/**
 * Finds the quote that a strict CSV parser stumbled over.
 *
 * @param text From the beginning of the record on.
 * @param line The physical line on which it begins.
 */
export function findBrokenQuote(
  text: string,
  delimiter: string,
  line: number,
): BrokenQuote | undefined {
  let current = line;
  let atStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') {
      if (!atStart) return { line: current, kind: 'stray' };
      const end = endOfQuoted(text, index);
      if (end === undefined || !endsCell(text, end + 1, delimiter)) {
        return { line: current, kind: 'open' };
      }
      current += countLineBreaks(text.slice(index, end));
      index = end;
    } else if (character === '\n') {
      current += 1;
    }
    atStart = character === delimiter || character === '\n' || character === '\r';
  }
  return undefined;
}

/** Where the closing quote stands. Two in a row are one quote of the text. */
function endOfQuoted(text: string, open: number): number | undefined {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? undefined : at;
}

function endsCell(text: string, at: number, delimiter: string): boolean {
  return at >= text.length || [delimiter, '\n', '\r'].includes(text.charAt(at));
}

/** CRLF, LF and a lone CR each end one line. */
export function countLineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
