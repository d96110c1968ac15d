import { readFile } from 'node:fs/promises';
import { tempFolder } from 'sequenzy-testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { LedgerWrite, OrderState } from '../ledger/ledger.ts';
import type { FileLedger } from './file-ledger.ts';
import { openFileLedger, type FileLedgerOptions } from './open-file-ledger.ts';

const f1 = '0123456789abcdef';
const f2 = 'fedcba9876543210';

const unnumbered: OrderState = {
  email: f1,
  status: 'placed',
  totalCents: 4999,
  currency: 'USD',
  refundCents: 0,
  lines: f2,
};
const placed: OrderState = {
  number: '#1001',
  ...unnumbered,
  titles: f1,
  skus: 0,
  updatedAt: 1767225600000,
};
const refunded: OrderState = { ...placed, status: 'refunded', refundCents: 999 };

async function place(name = 'orders'): Promise<FileLedgerOptions> {
  const folder = await tempFolder();
  return { folder, company: 'comp_1', origin: 'https://api.sequenzy.com', name };
}

async function opened(options: FileLedgerOptions): Promise<FileLedger> {
  const ledger = await openFileLedger(options);
  onTestFinished(() => ledger.close());
  return ledger;
}

async function listOf(ledger: FileLedger): Promise<LedgerWrite[]> {
  const entries: LedgerWrite[] = [];
  for await (const entry of ledger.list()) entries.push(entry);
  return entries.sort((one, other) => (one.key < other.key ? -1 : 1));
}

test('the state of an order, its feed and a note come back, at once and after reopening', async () => {
  const options = await place();
  const entries = [
    { key: '1', fingerprint: f1, order: placed },
    { key: '2', fingerprint: 'of another kind', feed: 'shop "ü"', order: unnumbered },
    { key: '3', fingerprint: null, feed: 'shop' },
  ];
  const ledger = await openFileLedger(options);
  await ledger.write([
    { ...entries[2], stock: { inStock: true, out: [] } } as LedgerWrite,
    ...entries.slice(0, 2),
  ]);
  await ledger.notes.set('rule', 'net');
  await ledger.notes.set('rule', 'shopify');
  const { salt } = ledger;
  const check = async (one: FileLedger): Promise<void> => {
    expect(await one.readOrders(['2', '1', '3', 'never'])).toEqual([
      unnumbered,
      placed,
      undefined,
      undefined,
    ]);
    expect(await listOf(one)).toEqual(entries);
    expect(await one.read(['1', '2', '3'])).toEqual([
      { fingerprint: f1 },
      { fingerprint: 'of another kind', feed: 'shop "ü"' },
      { fingerprint: null, feed: 'shop', stock: { inStock: true, out: [] } },
    ]);
    expect([one.notes.get('rule'), one.notes.get('other'), one.salt]).toEqual([
      'shopify',
      undefined,
      salt,
    ]);
  };
  await check(ledger);
  await ledger.close();
  await check(await opened({ ...options, readonly: true }));
  const again = await opened(options);
  await check(again);
  expect(again.size).toBe(3);
});

test('an entry without an order keeps what is known of it, until it is forgotten', async () => {
  const options = await place();
  const ledger = await openFileLedger(options);
  await ledger.write([
    { key: '1', fingerprint: f1, order: placed },
    { key: '1', fingerprint: null },
  ]);
  expect(await ledger.readOrders(['1'])).toEqual([placed]);
  await ledger.write([
    { key: '1', fingerprint: f2 },
    { key: '2', fingerprint: f2 },
  ]);
  await ledger.close();
  const again = await opened(options);
  expect(await again.readOrders(['1', '2'])).toEqual([placed, undefined]);
  expect(await again.read(['1'])).toEqual([{ fingerprint: f2 }]);
  await again.write([{ key: '1', fingerprint: f1, order: refunded }]);
  await again.write([
    { key: '1', fingerprint: null, forget: true },
    { key: '1', fingerprint: f1 },
  ]);
  expect(await again.readOrders(['1'])).toEqual([undefined]);
});

test('also when the writes do not wait for each other', async () => {
  const ledger = await opened(await place());
  await Promise.all([
    ledger.write([{ key: '1', fingerprint: f1, order: placed }]),
    ledger.write([{ key: '1', fingerprint: f2, order: refunded }]),
    ledger.write([{ key: '1', fingerprint: null }]),
    ledger.write([{ key: '2', fingerprint: f1, order: placed }]),
    ledger.write([{ key: '2', fingerprint: null, forget: true }]),
    ledger.write([{ key: '2', fingerprint: f1 }]),
  ]);
  expect(await ledger.readOrders(['1', '2'])).toEqual([refunded, undefined]);
  expect(await ledger.read(['1', '2'])).toEqual([{ fingerprint: null }, { fingerprint: f1 }]);
});

test('orders, feeds and notes survive a compaction', async () => {
  const options = await place();
  const ledger = await openFileLedger(options);
  const all = Array.from({ length: 3000 }, (_, at) => ({
    key: `order-${at}`,
    fingerprint: f1,
    feed: `feed-${at % 300}`,
    order: { ...placed, totalCents: at },
  }));
  await ledger.notes.set('rule', 'net');
  for (let round = 0; round < 3; round++) await ledger.write(all);
  const { salt } = ledger;
  await ledger.close();
  const again = await opened(options);
  expect(again.reopened).toMatchObject({ compacted: true });
  expect([again.salt, again.notes.get('rule'), again.size]).toEqual([salt, 'net', 3000]);
  expect(await again.readOrders(['order-2999'])).toEqual([{ ...placed, totalCents: 2999 }]);
  // More feeds than memory has numbers for.
  expect(await again.read(['order-1', 'order-299'])).toEqual([
    { fingerprint: f1, feed: 'feed-1' },
    { fingerprint: f1, feed: 'feed-299' },
  ]);
  expect((await readFile(again.file, 'utf8')).split('\n')).toHaveLength(1 + 1 + 3000 + 1);
});

test('no two ledgers have one salt, and a read-only one refuses a note', async () => {
  const one = await opened(await place());
  const other = await opened(await place());
  expect(one.salt).not.toBe(other.salt);
  const reader = await opened({ ...(await place()), readonly: true });
  expect(reader.salt).toBe('');
  await expect(reader.notes.set('rule', 'net')).rejects.toMatchObject({ code: 'write' });
});
