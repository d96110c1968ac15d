import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test } from 'vitest';
import { AtomicFile } from './atomic-file.ts';

test('the old file stays until the new one is whole, and nothing is left beside it', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'file.json');
  await writeFile(path, 'old', { mode: 0o644 });
  const file = await AtomicFile.create(path);
  const long = 'x'.repeat(300_000);
  await file.write(long);
  await file.write(Buffer.from('ü'));
  expect(await readFile(path, 'utf8')).toBe('old');
  await file.finish();
  expect(await readFile(path, 'utf8')).toBe('old');
  await file.keep();
  expect(await readFile(path, 'utf8')).toBe(`${long}ü`);
  expect(await readdir(folder)).toEqual(['file.json']);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('one that is discarded leaves the old file alone, and what a killed process left is replaced', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'file');
  await writeFile(path, 'old');
  await writeFile(`${path}.new`, 'left behind by a killed process');
  const file = await AtomicFile.create(path, '.new');
  await file.write('new');
  await file.discard();
  expect([await readdir(folder), await readFile(path, 'utf8')]).toEqual([['file'], 'old']);
});
