import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerEntry, LedgerWrite, OrderState } from '../ledger/ledger.ts';
import type { FileLedger } from './file-ledger.ts';
import { openFileLedger, type FileLedgerOptions } from './open-file-ledger.ts';

const keys = ['a', 'b', 'sku-1', 'sku-10', 'ü "1"', '', 'x'.repeat(40)];
const hex = fc.stringMatching(/^[0-9a-f]{16}$/);
const stock = fc.record({ inStock: fc.boolean(), out: fc.array(fc.string(), { maxLength: 2 }) });
const order: fc.Arbitrary<OrderState> = fc.record(
  {
    number: fc.string(),
    email: hex,
    status: fc.constantFrom('placed', 'refunded'),
    totalCents: fc.nat(),
    currency: fc.constant('USD'),
    refundCents: fc.nat(),
    lines: hex,
    titles: hex,
    skus: fc.nat(),
    updatedAt: fc.nat(),
  },
  { requiredKeys: ['email', 'status', 'totalCents', 'currency', 'refundCents', 'lines'] },
);
const entry: fc.Arbitrary<LedgerWrite> = fc
  .record({
    key: fc.constantFrom(...keys),
    fingerprint: fc.option(fc.oneof(hex, fc.string())),
    stock: fc.option(stock, { nil: undefined }),
    forget: fc.boolean(),
    feed: fc.option(fc.constantFrom('one', 'two "ü"'), { nil: undefined }),
    order: fc.option(order, { nil: undefined }),
  })
  .map(({ key, fingerprint, stock, forget, feed, order }) => {
    if (forget) return { key, fingerprint: null, forget };
    return {
      key,
      fingerprint,
      ...(stock && { stock }),
      ...(feed === undefined ? {} : { feed }),
      ...(order && { order }),
    };
  });

/** Writes one key over and over, with enough on its lines to make the file worth compacting. */
const churn = fc.constantFrom(...keys).map((key): { write: LedgerWrite[] } => {
  const stock = { inStock: true, out: ['v'.repeat(200_000)] };
  return { write: Array.from({ length: 12 }, (_, at) => ({ key, fingerprint: `${at}`, stock })) };
});

const step = fc.oneof(
  { weight: 1, arbitrary: churn },
  { weight: 6, arbitrary: fc.record({ write: fc.array(entry, { minLength: 1, maxLength: 5 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ reopen: fc.constantFrom('', '{"k":"a","f', '{}\n', '\0\0') }),
  },
);

test('through any sequence of writes, crashes and compactions it says what a plain map says', async () => {
  let compactions = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const folder = await mkdtemp(join(tmpdir(), 'sequenzy-test-'));
      const options = { folder, company: 'c', origin: 'https://api.sequenzy.com' };
      const model = new Map<string, Known>();
      let ledger = await openFileLedger(options);
      try {
        for (const now of steps) {
          if ('write' in now) {
            await ledger.write(now.write);
            for (const one of now.write) apply(model, one);
          } else {
            ledger = await reopened(ledger, options, now.reopen);
            if (ledger.reopened.compacted) compactions += 1;
            expect(ledger.reopened.tornBytes).toBe(now.reopen.length);
          }
          await agrees(ledger, model);
        }
      } finally {
        await ledger.close();
        await rm(folder, { recursive: true });
      }
    }),
    { numRuns: 60 },
  );
  expect(compactions).toBeGreaterThan(0);
}, 60_000);

type Known = Omit<LedgerWrite, 'key' | 'forget'>;

function apply(model: Map<string, Known>, { key, forget, ...value }: LedgerWrite): void {
  const order = value.order ?? model.get(key)?.order;
  if (forget === true) model.delete(key);
  else model.set(key, { ...value, ...(order && { order }) });
}

function withoutOrder({ fingerprint, stock, feed }: Known): LedgerEntry {
  return { fingerprint, ...(stock && { stock }), ...(feed === undefined ? {} : { feed }) };
}

async function reopened(
  ledger: FileLedger,
  options: FileLedgerOptions,
  torn: string,
): Promise<FileLedger> {
  await ledger.close();
  await appendFile(ledger.file, torn);
  return openFileLedger(options);
}

async function agrees(ledger: FileLedger, model: Map<string, Known>): Promise<void> {
  const known = keys.map((key) => model.get(key));
  expect(await ledger.read(keys)).toEqual(known.map((entry) => entry && withoutOrder(entry)));
  expect(await ledger.readOrders(keys)).toEqual(known.map((entry) => entry?.order));
  expect(ledger.size).toBe(model.size);
  const remembered: string[] = [];
  for await (const key of ledger.keys()) remembered.push(key);
  expect(remembered.sort()).toEqual([...model.keys()].sort());
}
