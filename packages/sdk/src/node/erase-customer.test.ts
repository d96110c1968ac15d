import { readFile } from 'node:fs/promises';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { addressHash } from '../ledger/addresses.ts';
import { Erasures } from '../ledger/erasures.ts';
import type { OrderState } from '../ledger/ledger.ts';
import { eraseFromLedgers } from './erase-customer.ts';
import { LedgerLockedError } from './ledger-error.ts';
import { openFileLedger } from './open-file-ledger.ts';

const owner = { company: 'comp_1', origin: 'https://api.example' };
const email = 'ann@shop.example';

const stateFor = (address: string, salt: string): OrderState => ({
  ...{ email: addressHash(address, salt), status: 'placed', lines: 'l' },
  ...{ totalCents: 100, currency: 'EUR', refundCents: 0 },
});

async function ledgerOf(folder: string, name: string, orders: Readonly<Record<string, string>>) {
  const ledger = await openFileLedger({ folder, ...owner, name });
  const { salt, file } = ledger;
  await ledger.write(
    Object.entries(orders).map(([key, address]) => {
      const entry = { key, fingerprint: '0123456789abcdef' };
      return address === '' ? entry : { ...entry, order: stateFor(address, salt) };
    }),
  );
  await ledger.close();
  return file;
}

it('leaves nothing of a customer in the files but a salted hash, however often it is called', async () => {
  const folder = await tempFolder();
  const known = { 'order-1': email, 'order-2': 'bob@shop.example', 'order-3': '' };
  const files = [
    await ledgerOf(folder, 'orders', known),
    await ledgerOf(folder, 'relay', { 'order-7': 'ANN@shop.example' }),
  ];
  const looked = await eraseFromLedgers({ folder, email, dryRun: true });
  expect(looked).toMatchObject([
    { orders: 1, unowned: 0 },
    { orders: 1, unowned: 1 },
  ]);
  expect(await readFile(files[0] ?? '', 'utf8')).toContain('order-1');
  expect(await eraseFromLedgers({ folder, email })).toEqual(looked);
  for (const again of await eraseFromLedgers({ folder, email })) expect(again.orders).toBe(0);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  for (const text of texts) {
    expect(text).not.toMatch(/order-1|order-7|ann@/i);
    expect(text.match(/"k":"erased:[0-9a-f]{64}"/g)).toHaveLength(1);
  }
  expect(texts[0]).toContain('order-2');
  for (const name of ['orders', 'relay']) {
    const ledger = await openFileLedger({ folder, ...owner, name });
    const erasures = await Erasures.in(ledger);
    expect([
      await erasures.has(' Ann@shop.example'),
      await erasures.has('bob@shop.example'),
    ]).toEqual([true, false]);
    await ledger.close();
  }
});

it('keeps orders of a customer unsent that were never sent before', async () => {
  const folder = await tempFolder();
  await ledgerOf(folder, 'products', { sku: '' });
  expect(await eraseFromLedgers({ folder, email })).toMatchObject([
    { company: 'comp_1', orders: 0 },
  ]);
  const relay = await openFileLedger({ folder, ...owner, name: 'relay', beside: ['orders'] });
  expect(await (await Erasures.in(relay)).has(email)).toBe(true);
  await relay.close();
});

it('erases nothing while a run is using one of the ledgers', async () => {
  const folder = await tempFolder();
  const file = await ledgerOf(folder, 'orders', { 'order-1': email });
  const running = await openFileLedger({ folder, ...owner, name: 'relay' });
  await expect(eraseFromLedgers({ folder, email })).rejects.toThrow(LedgerLockedError);
  await running.close();
  expect(await readFile(file, 'utf8')).not.toContain('erased:');
});
