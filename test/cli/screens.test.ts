import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { bin } from './cli-process.ts';
import { hasTmux, openTerminal } from './tmux.ts';

const data = join(import.meta.dirname, '../../examples/data');

/** What people see most. Look at the fixtures when they change: they are the review. */
const situations = [
  ['help', '--help'],
  ['help-of-a-command', 'catalog sync --help'],
  ['unknown-command', 'sync products_export.csv'],
  ['missing-file', 'catalog sync prodcuts.csv'],
  ['missing-key', 'catalog sync products_export.csv --currency USD'],
  ['first-sync', '--sandbox catalog sync products_export.csv --currency USD'],
  ['plan', '--sandbox catalog sync products_export-next-day.csv --currency USD --dry-run'],
  ['rejects', '--sandbox catalog sync faulty.csv'],
  ['home-made', '--sandbox catalog sync home.csv < /dev/null'],
  [
    'backfill-plan',
    'orders backfill orders_export.csv --totals computed --dry-run --currency USD --catalog products_export.csv',
  ],
] as const;

const faulty = Array.from(
  { length: 30 },
  (_, at) => `p-${String(at)},Tee,${at % 3 === 0 ? 'free' : '19.99'},USD`,
);

/** The others are the long form. */
const widths = longForm ? [40, 80, 200] : [80];

describe.skipIf(!hasTmux).each(widths)('at %i columns', (columns) => {
  it('ten situations look as reviewed', { timeout: 120_000 }, async () => {
    const cwd = await tempFolder();
    cpSync(data, cwd, { recursive: true });
    writeFileSync(
      join(cwd, 'faulty.csv'),
      ['productId,title,price,currency', ...faulty, ''].join('\n'),
    );
    mkdirSync(join(cwd, 'bin'));
    writeFileSync(
      join(cwd, 'bin/sequenzy-cli'),
      `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`,
    );
    chmodSync(join(cwd, 'bin/sequenzy-cli'), 0o755);
    const env = { PATH: `${cwd}/bin:${process.env['PATH'] ?? ''}`, PS1: '$ ' };
    const terminal = openTerminal('sh', { cwd, columns, rows: 100, env });
    await terminal.until('$');
    for (const [name, command] of situations) {
      terminal.type(`clear; sequenzy-cli ${command}; echo "=$?= ${name}"`, 'Enter');
      const screen = await terminal.until(new RegExp(`^=\\d+= ${name}$`, 'm'));
      const shown = screen
        .replace(/\d+\.\d s\b/g, '0.0 s')
        .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '2026-03-02 09:30')
        .replace(/^(=\d+=) [^]*$/m, '$1\n');
      const file = join(import.meta.dirname, `fixtures/screens/${name}-${String(columns)}.txt`);
      await expect(shown).toMatchFileSnapshot(file);
    }
  });
});
