import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { LedgerEntry } from '../../ledger/ledger.ts';
import type { FileLedger } from '../file-ledger.ts';
import { openFileLedger, type FileLedgerOptions } from '../open-file-ledger.ts';

/** See the README there. */
const fixtures = join(import.meta.dirname, '../fixtures/format-1');

/** A state folder as the release before format 2 left it. */
async function oldState(name: string): Promise<{ options: FileLedgerOptions; file: string }> {
  const folder = await tempFolder();
  const options = { folder, company: 'comp_sandbox', origin: 'http://127.0.0.1:4010', name };
  const { file } = await openFileLedger({ ...options, readonly: true });
  await mkdir(dirname(file));
  await copyFile(join(fixtures, `${name}.ndjson`), file);
  return { options, file };
}

async function remembered(ledger: FileLedger): Promise<Record<string, LedgerEntry | undefined>> {
  const keys: string[] = [];
  for await (const key of ledger.keys()) keys.push(key);
  const entries = await ledger.read(keys);
  return Object.fromEntries(keys.map((key, at) => [key, entries[at]]));
}

const products = {
  mug: { fingerprint: 'a6f8f9473c686fac', stock: { inStock: true, out: [] } },
  tee: { fingerprint: '82609d9e24ecd428', stock: { inStock: true, out: ['tee-m'] } },
  cap: { fingerprint: '0e2e3f2e6922075f', stock: { inStock: false, out: [] } },
  'Ü "27\\" display"': { fingerprint: '78f16909dd687d91', stock: { inStock: true, out: [] } },
};

/** Each once, with the fingerprint of its latest stage. */
const orders = {
  1: { fingerprint: '2e3366856f281fad' },
  2: { fingerprint: '7934758b3d0f0b44' },
  3: { fingerprint: '090325f0a70585bf' },
  4: { fingerprint: '2357e0358dc84f30' },
  5: { fingerprint: '3be0625a829400a7' },
};

test.each([
  ['products', products, 6],
  ['orders', orders, 13],
])('%s of format 1 are known, read-only and converted', async (name, expected, lines) => {
  const { options, file } = await oldState(name);
  const old = await readFile(file, 'utf8');
  const reader = await openFileLedger({ ...options, readonly: true });
  expect(await remembered(reader)).toEqual(expected);
  expect(reader.reopened).toEqual({ lines, tornBytes: 0, compacted: false, converted: false });
  await reader.close();
  expect([await readFile(file, 'utf8'), await readdir(dirname(file))]).toEqual([
    old,
    [`${name}.ndjson`],
  ]);

  const ledger = await openFileLedger(options);
  expect(await remembered(ledger)).toEqual(expected);
  expect(ledger.reopened).toEqual({ lines, tornBytes: 0, compacted: false, converted: true });
  const keys = Object.keys(expected);
  expect(await ledger.readOrders(keys)).toEqual(keys.map(() => undefined));
  await ledger.close();
  expect(await readFile(`${file}.v1`, 'utf8')).toBe(old);
  const converted = await readFile(file, 'utf8');
  expect(converted.split('\n')).toHaveLength(1 + keys.length + 1);

  const again = await openFileLedger(options);
  onTestFinished(() => again.close());
  expect(await remembered(again)).toEqual(expected);
  expect(again.reopened.converted).toBe(false);
  expect(await readFile(file, 'utf8')).toBe(converted);
  expect(await readdir(dirname(file))).not.toContain(`${name}.ndjson.v1`);
});

test('of a final state and a full lifecycle, what was written later stands for the order', async () => {
  const { options, file } = await oldState('orders');
  const [header = ''] = (await readFile(file, 'utf8')).split('\n');
  const line = (key: string, digit: string): string =>
    JSON.stringify({ k: key, f: digit.repeat(16), t: 1 });
  const lines = [
    header,
    line('final-last\u001fplaced', '1'),
    line('final-last\u001frefunded', '2'),
    line('final-last', '3'),
    line('final-first', '4'),
    line('final-first\u001fplaced', '5'),
    line('final-first\u001ffulfilled', '6'),
    line('again\u001fcancelled', '7'),
    line('again\u001fplaced', '8'),
    JSON.stringify({ k: 'doubtful\u001fplaced', f: null, t: 1 }),
    line('odd\u001fshipped', '9'),
  ];
  await writeFile(file, [...lines, '{"k":"torn'].join('\n'));
  const ledger = await openFileLedger(options);
  onTestFinished(() => ledger.close());
  expect(await remembered(ledger)).toEqual({
    'final-last': { fingerprint: '3'.repeat(16) },
    'final-first': { fingerprint: '6'.repeat(16) },
    again: { fingerprint: '7'.repeat(16) },
    doubtful: { fingerprint: null },
    'odd\u001fshipped': { fingerprint: '9'.repeat(16) },
  });
  expect(ledger.reopened).toMatchObject({ tornBytes: 10, converted: true });
});

test.each([
  ['damaged', (text: string) => text.replace('"k":"tee"', '"k":tee'), /line 3 is damaged/],
  ['foreign', (text: string) => text.replace('4010', '4011'), /belongs to origin/],
])('one that is %s is refused and left as it is', async (code, change, message) => {
  const { options, file } = await oldState('products');
  const text = change(await readFile(file, 'utf8'));
  await writeFile(file, text);
  const refusal = openFileLedger(options);
  await expect(refusal).rejects.toMatchObject({ name: 'LedgerError', code });
  await expect(refusal).rejects.toThrow(message);
  expect(await readFile(file, 'utf8')).toBe(text);
  expect(await readdir(dirname(file))).toEqual(['products.ndjson']);
});
