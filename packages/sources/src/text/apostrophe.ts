/** Exports put an apostrophe before what a spreadsheet would take for a formula. */
export function withoutApostrophe(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** Some put one at the end as well. */
export function withoutApostrophes(text: string): string {
  return /^'[=+\-@].*'$/s.test(text) ? text.slice(1, -1) : withoutApostrophe(text);
}

/** In a column of codes also before digits; elsewhere that one may be meant, as in `'70s`. */
export function codeWithoutApostrophe(code: string): string {
  return /^'[=+\-@\d]/.test(code) ? code.slice(1) : code;
}

/**
 * Whether a spreadsheet would take a text for a formula: `=1+1`, `@SUM(A1)`, `-2+3`, full width as well. A number is none, with a
 * sign too.
 */
export function isFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/.test(text) && !/^\s*[-+]?[\d.,\s]*\d\s*$/.test(text);
}
