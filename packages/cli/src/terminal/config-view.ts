import type { Origin, Setting } from 'sequenzy-jobs/config/entries.ts';
import type { ShownConfig } from 'sequenzy-jobs/config/show-config.ts';
import { padEnd } from './cells.ts';
import { flagWording } from './flags.ts';
import type { Printer } from './printer.ts';

/** Values below each other, each with its origin; off a terminal with tabs between them. */
export function printConfig(
  { file, stateDir, expectState, feeds }: ShownConfig,
  data: Printer,
): void {
  const print = (of: string, setting: Setting, note = ''): void => {
    const { name, value, origin } = setting;
    const cells = [name, `${textOf(value)}${note}`, originOf(origin, file, name)];
    if (data.columns === undefined) data.fields([of, ...cells]);
    else data.beside([`  ${name}`], `${padEnd(cells[1] ?? '', 40)} ${cells[2] ?? ''}`, 20);
  };
  if (data.columns !== undefined) data.line(['bold', file]);
  print('-', stateDir);
  print('-', expectState);
  for (const { name, key, settings } of feeds) {
    if (data.columns !== undefined) data.line(['bold', name]);
    print(name, key, key.isThere ? '' : ' (not there)');
    for (const setting of settings) print(name, setting);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function originOf(origin: Origin, file: string, name: string): string {
  switch (origin.kind) {
    case 'file':
      return `${file}:${String(origin.line)}`;
    case 'option':
      return flagWording({ option: name });
    case 'variable':
      return `$${origin.name}`;
    case 'default':
      return 'default';
  }
}
