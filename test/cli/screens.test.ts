import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { bin } from './cli-process.ts';
import { pictureOf } from './picture.ts';
import { hasTmux, openTerminal } from './tmux.ts';

const data = join(import.meta.dirname, '../../examples/data');

const isWriting = process.env['DOCS'] === 'write';
const picture = join(import.meta.dirname, '../../docs/terminal.svg');

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
const widths = longForm || isWriting ? [40, 80, 200] : [80];

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
      if (isWriting && name === 'first-sync' && columns === 80) {
        writeFileSync(picture, pictureOf(pictured(terminal.coloured())));
      }
    }
    for (const command of ['catalog list --limit 3 --sandbox', '--help']) {
      terminal.type(`clear; LC_ALL=C sequenzy-cli ${command}; echo "=$?= C"`, 'Enter');
      expect(await terminal.until(/^=\d+= C$/m)).toMatch(/^[\u0000-\u007f]*$/);
    }
  });
});

/** The command above what it shows; without the end that only the test needs. */
function pictured(screen: string): string {
  const command = situations.find(([name]) => name === 'first-sync')?.[1] ?? '';
  const shown = screen.replace(/\n[^\n]*=0= first-sync[^]*$/, '');
  return `\u001b[2m$\u001b[0m sequenzy-cli ${command}\n${shown}\n`;
}

it('the picture of the README shows a screen that was reviewed', () => {
  const file = join(import.meta.dirname, 'fixtures/screens/first-sync-80.txt');
  const words = (text: string): string => text.replace(/\d+\.\d s/g, '').replace(/\s+/g, '');
  const svg = readFileSync(picture, 'utf8');
  const drawn = Array.from(svg.matchAll(/<text[^>]*>([^<]*)/g), ([, text = '']) => text);
  const [, ...lines] = drawn.join(' ').split('--currency USD');
  const reviewed = readFileSync(file, 'utf8').replace(/=0=[^]*/, '');
  expect(words(lines.join(''))).toBe(words(reviewed));
});
