import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const write = (file: string, text: string | Uint8Array): Promise<void> =>
  writeFile(join(cwd, file), text);

describe('CSV as people and spreadsheets write it', () => {
  it('may have quotes inside cells, and a first line that names the separator', async () => {
    const { sandbox, url } = await serveSandbox();
    const lines = [
      'sep=\\t',
      'productId\ttitle\tdescription\tprice',
      'm27\tMonitor 27" wide\t"A 27"" screen"\t199,00',
      'p1\tPipe 1,5"\t "brass" \t4,50',
    ];
    await write('list.tsv', Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'));
    const sync = ['catalog', 'sync', 'list.tsv', '--currency', 'EUR', '--decimal', ','];
    const { exitCode, stderr } = await runCli(sync, { cwd, url });
    expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('warning')]);
    expect(sandbox.products.get('m27')).toMatchObject({
      title: 'Monitor 27" wide',
      description: 'A 27" screen',
      priceCents: 19_900,
    });
    expect(sandbox.products.get('p1')).toMatchObject({
      title: 'Pipe 1,5"',
      description: 'brass',
      priceCents: 450,
    });
  });

  it('may have comments and titles above the columns, which are named', async () => {
    const lines = [
      '# Required | An id',
      'Products of 2026',
      'productId,title,price',
      'a,Tray,nine',
    ];
    await write('list.csv', lines.join('\n'));
    const sync = ['catalog', 'sync', 'list.csv', '--sandbox', '--currency', 'EUR', '--json'];
    const { exitCode, stdout } = await runCli(sync, { cwd });
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      warnings: [
        '2 lines above the columns of list.csv were skipped: line 1 (# Required | An id), line 2 (Products of 2026).',
      ],
    });
    expect(await readFile(join(cwd, 'list.rejects.csv'), 'utf8')).toMatch(/^a,Tray,nine,4,/m);
  });

  it('is refused with line and column where text follows a closing quote', async () => {
    await write('list.csv', 'productId,title\na,Tray\nb,"A" quality tray\n');
    const run = await runCli(['catalog', 'sync', 'list.csv', '--sandbox'], { cwd });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(
      'list.csv, line 3, column "title": text follows the closing quote in "A" quality tray. Write each quote inside a cell twice',
    );
  });
});
