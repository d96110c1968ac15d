import fc from 'fast-check';
import { hash64, productSchema, type Hash64, type Product } from 'sequenzy-contract';
import { createSandbox } from 'sequenzy-sandbox';
import { expect, it } from 'vitest';
import { SequenzyCommerce } from '../client/client.ts';
import type { InnerLedger } from '../ledger/inner-ledger.ts';
import type { LedgerEntry } from '../ledger/ledger.ts';
import { writtenHash } from '../ledger/fingerprint.ts';
import { planMirror } from '../mirror/plan.ts';
import { PreparedSource } from './prepared.ts';

/** In memory, with hashes or without. */
function ledgerOf(tellsHashes: boolean) {
  const entries = new Map<string, LedgerEntry>();
  const ledger: InnerLedger = {
    read: (keys) => Promise.resolve(keys.map((key) => entries.get(key))),
    write: (written) => {
      for (const { key, ...entry } of written) entries.set(key, entry);
      return Promise.resolve();
    },
    async *list() {
      yield* await Promise.resolve([...entries].map(([key, entry]) => ({ key, ...entry })));
    },
    ...(tellsHashes && {
      holds: (key: Hash64, fingerprint: Hash64, feed: string | undefined) =>
        [...entries].some(
          ([id, entry]) =>
            writtenHash(hash64(id)) === writtenHash(key) &&
            entry.fingerprint === writtenHash(fingerprint) &&
            entry.feed === feed,
        ),
    }),
  };
  return { ledger, entries };
}

/** As a source hands products out that it has checked. */
function prepared(products: readonly Product[]): PreparedSource<Product> {
  const isOnly = ({ productId }: Product): boolean =>
    products.filter((one) => one.productId === productId).length === 1;
  return new PreparedSource(async function* (isKnown) {
    await Promise.resolve();
    for (const product of products) {
      const text = JSON.stringify(productSchema.parse(product));
      const fingerprint = hash64(text);
      const key = product.productId;
      if (isOnly(product) && isKnown(hash64(key), fingerprint)) continue;
      const isSimple = product.variants === undefined;
      const bytes = Buffer.byteLength(text);
      yield [{ key, text, bytes, fingerprint, isSimple, read: () => product }];
    }
  });
}

function shop(tellsHashes: boolean) {
  const { fetch } = createSandbox();
  const baseUrl = 'https://sandbox.invalid';
  const client = new SequenzyCommerce({
    apiKey: 'seq_live_sandbox',
    fetch,
    baseUrl,
    rateLimit: false,
  });
  const { ledger, entries } = ledgerOf(tellsHashes);
  const stored = async (): Promise<unknown> => {
    const all: unknown[] = [];
    for await (const product of client.products.list({ provider: 'api' })) all.push(product);
    return all;
  };
  return { client, ledger, entries, stored };
}

const variant = fc.record(
  { variantId: fc.constantFrom('s', 'm'), title: fc.constant('V'), inStock: fc.boolean() },
  { requiredKeys: ['variantId', 'title'] },
);
const product: fc.Arbitrary<Product> = fc.record(
  {
    productId: fc.constantFrom('a', 'b', 'ü', 'd'),
    title: fc.constantFrom('One', 'Two'),
    inStock: fc.boolean(),
    variants: fc.uniqueArray(variant, { selector: ({ variantId }) => variantId, maxLength: 2 }),
  },
  { requiredKeys: ['productId', 'title'] },
);

it('what was checked before is planned and sent as if it came as products, whatever is known of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(product, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(undefined, 'feed'),
      fc.boolean(),
      async (nights, feed, full) => {
        const [plain, other] = [shop(false), shop(true)];
        for (const [night, products] of nights.entries()) {
          const isFull = full && night === 1;
          const results = [];
          for (const [{ client, ledger }, source] of [
            [plain, products],
            [other, prepared(products)],
          ] as const) {
            const options = { ledger, feed, full: isFull, prune: true, maxDelete: '100%' } as const;
            const { settled, ...plan } = await planMirror(client, () => source, options);
            const sent = await client.products.sync(source, {
              ledger,
              full: isFull,
              ...(feed !== undefined && { feed }),
            });
            results.push([plan, settled, sent].map((one) => one && { ...one, durationMs: 0 }));
          }
          expect(results[1]).toEqual(results[0]);
        }
        expect(other.entries).toEqual(plain.entries);
        const withoutTimes = (text: string): string => text.replace(/"[\dT:.-]+Z"/g, '""');
        expect(withoutTimes(JSON.stringify(await other.stored()))).toBe(
          withoutTimes(JSON.stringify(await plain.stored())),
        );
      },
    ),
    { numRuns: 25 },
  );
});

it('what is known is not read, and is unchanged all the same', async () => {
  const { client, ledger } = shop(true);
  const products: Product[] = [
    { productId: 'a', title: 'A' },
    { productId: 'b', title: 'B' },
  ];
  await client.products.sync(prepared(products), { ledger });
  const read: unknown[] = [];
  const { records } = await client.products.sync(prepared(products), {
    ledger,
    onOutcome: ({ input }) => read.push(input),
  });
  expect(records).toMatchObject({ read: 2, unchanged: 2, accepted: 0 });
  expect(read).toEqual([]);
});

it('after a stop the rest is not attempted, also what is known', async () => {
  const { client, ledger } = shop(true);
  const products: Product[] = [{ productId: 'a', title: 'A' }];
  await client.products.sync(prepared(products), { ledger });
  const options = { ledger, signal: AbortSignal.abort(), accountForAll: true };
  const { records } = await client.products.sync(prepared(products), options);
  expect(records).toMatchObject({ read: 1, unchanged: 0, notAttempted: 1 });
});
