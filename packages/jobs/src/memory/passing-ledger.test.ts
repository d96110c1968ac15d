import { join } from 'node:path';
import { ledgerRules } from 'sequenzy-commerce/ledgers/conformance';
import { openFileLedger } from 'sequenzy-commerce/node';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { PassingLedger } from './passing-ledger.ts';

const order = {
  email: '',
  status: 'placed',
  totalCents: 100,
  currency: 'USD',
  refundCents: 0,
  lines: '0',
} as const;

it.each(ledgerRules.map((rule) => [rule.name, rule] as const))('%s', async (_, rule) => {
  const ledgers = new Map<string, PassingLedger>();
  await rule.check((name) => {
    const ledger = ledgers.get(name) ?? new PassingLedger(name);
    ledgers.set(name, ledger);
    return Promise.resolve(ledger);
  });
});

it('knows what stands in the ledger below it, and leaves that as it is', async () => {
  const place = { folder: await tempFolder(), company: 'c', origin: 'https://api.example' };
  const file = await openFileLedger(place);
  await file.write([
    { key: 'a', fingerprint: '1', order },
    { key: 'b', fingerprint: '2' },
  ]);
  await file.close();
  const below = await openFileLedger({ ...place, readonly: true });
  const ledger = new PassingLedger(join(place.folder, 'passing.ndjson'), below);
  await ledger.write([
    { key: 'a', fingerprint: '3' },
    { key: 'b', fingerprint: '2', forget: true },
    { key: 'c', fingerprint: '4', feed: 'shop' },
  ]);
  await ledger.notes.set('rule', 'net');
  expect(await ledger.read(['a', 'b', 'c', 'd'])).toEqual([
    { fingerprint: '3' },
    undefined,
    { fingerprint: '4', feed: 'shop' },
    undefined,
  ]);
  // What was known of an order stays, where a write says nothing of it.
  expect(await ledger.readOrders(['a'])).toEqual([order]);
  const keys: string[] = [];
  for await (const key of ledger.keys()) keys.push(key);
  expect(keys.sort()).toEqual(['a', 'c']);
  expect(ledger.notes.get('rule')).toBe('net');
  expect(await below.read(['a', 'b', 'c'])).toEqual([
    { fingerprint: '1' },
    { fingerprint: '2' },
    undefined,
  ]);
  await below.close();
});
