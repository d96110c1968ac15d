import { compile } from 'html-to-text';

const toText = compile({
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

/** Plain text of a description in HTML, entities resolved. */
export function htmlToText(html: string): string {
  return /[<&]/.test(html) ? toText(html).trim() : html.trim();
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula. */
export function withoutApostrophe(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** In a column of codes also before digits; elsewhere that one may be meant, as in `'70s`. */
export function codeWithoutApostrophe(code: string): string {
  return /^'[=+\-@\d]/.test(code) ? code.slice(1) : code;
}
