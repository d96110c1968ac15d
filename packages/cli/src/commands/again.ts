/** What to type to run the same command again. */
export function again(argv: readonly string[], files: readonly string[] = []): string {
  const line = ['sequenzy-cli', ...argv].map(quoted).join(' ');
  return files.includes('-') ? `${line}   (with the same input)` : line;
}

/** As a POSIX shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
