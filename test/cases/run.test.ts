import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, 'run.mjs');

it('shows file, result and figures of every case', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'orders'));
  await writeFile(join(folder, 'mugs.csv'), 'productId,title,price,inStock\nm,Mug,12.50,no\n');
  await writeFile(join(folder, 'notes.csv'), 'a,b\n1,2\n');
  await writeFile(
    join(folder, 'orders', 'o.csv'),
    'orderId,email,orderedAt,status,total,refundAmount,itemTitle,itemProductId,itemQuantity,itemPrice\n' +
      'o1,a@x.example,2026-03-01T10:00:00Z,refunded,10.00,4.00,Mug,m,1,10.00\n',
  );
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder]);
  expect(stdout).toContain(
    'mugs.csv\n  exit 0 · generic · read 1, accepted 1\n  m: 1250 EUR out no url\n',
  );
  expect(stdout).toMatch(/^notes\.csv\n {2}exit 2 · .*not recognised/m);
  expect(stdout).toMatch(/^ {2}o1: refunded 1000 USD, refund 400, lines 1$/m);
});

const share = join(import.meta.dirname, 'share.mjs');

it('counts the files that go in with one answer, and says what each needs', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'a.csv'), 'productId,title,price\nm,Mug,12.50\n');
  await writeFile(join(folder, 'b.csv'), 'id,name,price\nm,Mug,€12.50\n');
  await writeFile(join(folder, 'c.csv'), 'id,name,price\nm,Mug,12.50\n');
  await writeFile(join(folder, 'd.csv'), 'id,name,price,price gross\nm,Mug,12.50,13\n');
  const { stdout } = await promisify(execFile)(process.execPath, [share, folder]);
  expect(stdout.split('\n').filter((line) => line !== '')).toEqual([
    '3 of 4 files (75 %) go in with at most one answer.',
    '| origin | needed | result |',
    '| --- | --- | --- |',
    '| a.csv | currency | 1 accepted |',
    '| b.csv | mapping accepted | 1 accepted |',
    '| c.csv | mapping accepted with its currency | 1 accepted |',
    '| d.csv | more | … can both be price |',
  ]);
});

it('docs/sources.md counts the rows of its table of public files', async () => {
  const path = join(import.meta.dirname, '../../docs/sources.md');
  const [, section = ''] = (await readFile(path, 'utf8')).split('## Public files that were tried');
  const [first = ''] = section.split('\n\n').filter((block) => block.startsWith('| origin'));
  const rows = first.split('\n').filter((line) => /^\| (?!origin|-)/.test(line));
  const counted = rows.filter((row) => !/\| not counted +\|/.test(row));
  const within = counted.filter((row) => !/\| more +\|/.test(row)).length;
  const percent = Math.round((100 * within) / counted.length);
  expect(section).toContain(
    `${String(within)} of ${String(counted.length)} files (${String(percent)} %) go in with at most one answer.`,
  );
});
