import { compile } from 'html-to-text';

/** Made at the first description in HTML: that takes milliseconds. */
let compiled: ((html: string) => string) | undefined;

function toText(html: string): string {
  compiled ??= compile({
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  });
  return compiled(html);
}

/** Plain text of a description in HTML, entities resolved. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  try {
    return toText(html).trim();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested too deep to be laid out: its text is left, one line for each piece between tags.
    return toText(withoutTags(html).join('<br>')).trim();
  }
}

/** What stands between tags, without scripts and styles. */
function withoutTags(html: string): string[] {
  // Every second piece is the name of a tag: `div`, `/div`.
  const [first = '', ...rest] = html.split(/<(!|\/?[a-z][^\s<>/]*)[^<>]*>/i);
  const pieces = [first];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const isText = !/^(script|style)$/i.test(rest[at] ?? '');
    pieces.push(isText ? (rest[at + 1] ?? '') : '');
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
