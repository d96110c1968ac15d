import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { openFileLedger } from './open-file-ledger.ts';

/** Run with `npx vitest bench packages/sdk/src/node`. */
const count = 1_000_000;
const folder = await mkdtemp(join(tmpdir(), 'sequenzy-bench-'));
const options = { folder, company: 'c', origin: 'https://api.sequenzy.com' };
const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

const batches = Array.from({ length: count / 100 }, (_, batch) =>
  Array.from({ length: 100 }, (_, at) => `product-${String(batch * 100 + at).padStart(8, '0')}`),
);

const filled = await openFileLedger(options);
const entries = batches.map((keys) =>
  keys.map((key, at) => ({
    key,
    fingerprint: at.toString(16).padStart(16, '0'),
    stock: { inStock: at % 2 === 0, out: at % 5 === 0 ? ['variant-1'] : [] },
  })),
);
await Promise.all(entries.map((batch) => filled.write(batch)));
await filled.close();

afterAll(() => rm(folder, { recursive: true }));

describe('1,000,000 entries', () => {
  bench(
    'open',
    async () => {
      await (await openFileLedger(options)).close();
    },
    once,
  );

  bench(
    'open, and read all by 100, every fifth from the file',
    async () => {
      const ledger = await openFileLedger({ ...options, readonly: true });
      for (const keys of batches) await ledger.read(keys);
      await ledger.close();
    },
    once,
  );
});

describe('1,000 batches of 100', () => {
  bench(
    'written one after the other, each synced',
    async () => {
      const ledger = await openFileLedger({ ...options, name: 'one-by-one' });
      for (const batch of entries.slice(0, 1000)) await ledger.write(batch);
      await ledger.close();
    },
    once,
  );
});
