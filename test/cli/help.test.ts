import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { commandHelp } from '../../packages/cli/src/command/help.ts';
import { commands } from '../../packages/cli/src/commands/program.ts';
import { runCli } from './cli-process.ts';

const cwd = mkdtempSync(join(tmpdir(), 'help-'));
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function helpOf(...words: string[]): Promise<string[]> {
  const { exitCode, stdout, stderr } = await runCli(words, { cwd });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
}

describe('the help of a command', () => {
  it('shows what is common on at most 40 lines, in groups, with what matters first', async () => {
    const lines = await helpOf('catalog', 'sync', '--help');
    expect(lines.length).toBeLessThanOrEqual(40);
    const headings = ['Input:', 'What is sent:', 'Safety:', 'Pace:', 'Output:'];
    expect(lines.filter((line) => headings.includes(line))).toEqual(headings);
    const firstBelow = (heading: string) => lines[lines.indexOf(heading) + 1]?.trim().split(' ')[0];
    expect(headings.map(firstBelow)).toEqual([
      '--from',
      '--prune',
      '--dry-run',
      '--rate',
      '--rejects',
    ]);
    expect(lines.join('\n')).not.toContain('--isolation-budget');
  });

  it('shows the rare options with --help-all, wherever it stands', async () => {
    const lines = await helpOf('catalog', 'sync', '--help-all');
    expect(lines.indexOf('Rare:')).toBeGreaterThan(lines.indexOf('Output:'));
    expect(lines.join('\n')).toMatch(/--isolation-budget <n> +requests to spend/);
    expect(await helpOf('--help-all', 'catalog', 'sync')).toEqual(lines);
  });

  it('can be asked for by help and the words of the command', async () => {
    expect(await helpOf('help', 'catalog', 'sync')).toEqual(
      await helpOf('catalog', 'sync', '--help'),
    );
    expect(await helpOf('help')).toEqual(await helpOf('--help'));
    expect(await helpOf('help', 'orders')).toEqual(await helpOf('orders', '--help'));
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    'has at most 40 lines of what is common: %s',
    (_, command) => {
      const below = commands.filter(({ name }) => name.startsWith(`${command.name} `));
      const lines = commandHelp(command, below, { width: 80 }).split('\n');
      expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(40);
    },
  );

  it.each(commands.map(({ name }) => name))(
    'keeps its sentences within 80 columns: %s',
    async (name) => {
      const lines = await helpOf(...name.split(' '), '--help-all');
      // Commands are copied, and stay on one line.
      const sentences = lines.filter((line) => !line.startsWith('  $ '));
      expect(sentences.filter((line) => line.length > 80)).toEqual([]);
    },
  );
});

it.each(['environment', 'exit-codes', 'mapping', 'formats'])(
  'help %s is a topic',
  async (topic) => {
    const lines = await helpOf('help', topic);
    expect(lines[0]).toMatch(new RegExp(`^${topic}: `));
    expect(lines.length).toBeGreaterThan(5);
  },
);

it('help of what is no command says so', async () => {
  const { exitCode, stderr } = await runCli(['help', 'nothing'], { cwd });
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("unknown command 'nothing'") as string,
  });
});

describe('the last word of a command alone', () => {
  it.each([
    [['sync', 'products.csv', '--prune'], 'sequenzy-cli catalog sync products.csv --prune'],
    [['backfill', 'orders.csv'], 'sequenzy-cli orders backfill orders.csv'],
    [['check', 'a.csv'], 'sequenzy-cli catalog check a.csv   or   sequenzy-cli orders check a.csv'],
    [
      ['products.csv'],
      'sequenzy-cli catalog sync products.csv   or   sequenzy-cli orders backfill products.csv',
    ],
  ])('suggests the command: %j', async (words, meant) => {
    const { exitCode, stderr } = await runCli(words, { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`Did you mean: ${meant}\n`);
  });
});

describe('a file that is not there', () => {
  it.each([
    ['catalog', 'sync'],
    ['catalog', 'stock'],
    ['catalog', 'diff'],
    ['orders', 'backfill'],
    ['orders', 'verify'],
  ])('is told before a key that is missing: %s %s', async (...command) => {
    const { exitCode, stderr } = await runCli([...command, 'missing.csv'], { cwd, env: {} });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('missing.csv');
    expect(stderr).not.toContain('key');
  });

  it('is no matter where the file is there', async () => {
    const folder = await tempFolder();
    writeFileSync(join(folder, 'products.csv'), 'productId,title\na,A\n');
    const { stderr } = await runCli(['catalog', 'sync', 'products.csv'], { cwd: folder, env: {} });
    expect(stderr).toContain('SEQUENZY_API_KEY');
  });
});
