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
