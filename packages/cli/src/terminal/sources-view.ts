import type { KnownSource } from 'sequenzy-jobs/input/known-sources.ts';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';

/** A table on a terminal, else one line a format: kind, name, what it is. */
export function printSources(
  sources: readonly KnownSource[],
  out: Printer,
  isTerminal: boolean,
): void {
  const rows = sources.map(({ kind, name, label }) => [kind, name, label]);
  if (isTerminal) printTable(['kind', 'name', 'format'], rows, out);
  else for (const row of rows) out.fields(row);
}

/** What is recognised, needed, mapped and assumed. */
export function printSource(source: KnownSource, out: Printer): void {
  const { kind, name, label, files, recognises, needs, maps, assumes } = source;
  out.beside([['bold', `${name} (${kind})`]], `${label}. ${files}.`);
  list('recognised by', recognises, out);
  list('must be given', needs.length === 0 ? ['nothing'] : needs, out);
  out.line('  mapped');
  const width = Math.max(...Object.keys(maps).map((field) => field.length));
  for (const [field, from] of Object.entries(maps)) {
    out.beside([`    ${field}`], from, width + 6);
  }
  if (assumes.length > 0) list('assumed', assumes, out);
}

function list(heading: string, items: readonly string[], out: Printer): void {
  out.line(`  ${heading}`);
  for (const item of items) out.beside(['  '], item, 4);
}
