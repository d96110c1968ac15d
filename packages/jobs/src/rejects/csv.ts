/** One CSV line (RFC 4180, with `\n`). A cell is quoted where it has to be, and otherwise left as it is. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map(csvCell).join(delimiter)}\n`;
}

/** Also quoted: what a reader that guesses the delimiter, or trims, would take for something else. */
function csvCell(text: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
