import { copyFile, mkdir, readdir } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, test, vi } from 'vitest';
import { openFileLedger } from './open-file-ledger.ts';

/** As on FAT, many network shares, and Android. */
vi.mock('node:fs/promises', async (importOriginal) => ({
  ...(await importOriginal<typeof fs>()),
  link: () => Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' })),
}));

const options = { company: 'comp_sandbox', origin: 'http://127.0.0.1:4010' };

test('without hard links a ledger is held by one, written, and let go', async () => {
  const folder = await tempFolder();
  const ledger = await openFileLedger({ ...options, folder });
  await expect(openFileLedger({ ...options, folder })).rejects.toMatchObject({ code: 'locked' });
  await ledger.write([{ key: 'a', fingerprint: '0123456789abcdef' }]);
  await ledger.close();
  const again = await openFileLedger({ ...options, folder });
  expect(await again.read(['a'])).toEqual([{ fingerprint: '0123456789abcdef' }]);
  await again.close();
  expect(await readdir(dirname(again.file))).toEqual(['products.ndjson']);
});

test('without hard links a ledger of format 1 is converted, and its file is kept beside it', async () => {
  const folder = await tempFolder();
  const { file } = await openFileLedger({ ...options, folder, readonly: true });
  await mkdir(dirname(file), { recursive: true });
  await copyFile(join(import.meta.dirname, 'fixtures/format-1/products.ndjson'), file);
  const ledger = await openFileLedger({ ...options, folder });
  expect(ledger.reopened.converted).toBe(true);
  await ledger.close();
  expect(await readdir(dirname(file))).toEqual(['products.ndjson', 'products.ndjson.v1']);
});
