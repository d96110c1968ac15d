import { shownFile } from 'sequenzy-sources/address';

/** What to type to run the same command again. Secrets of an address are not in it. */
export function retypeCommand(argv: readonly string[], files: readonly string[] = []): string {
  const line = ['sequenzy-cli', ...argv].map(quoted).join(' ');
  if (files.includes('-')) return `${line}   (with the same input)`;
  return files.some((file) => shownFile(file) !== file)
    ? `${line}   (with the whole address)`
    : line;
}

/** As a POSIX shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
