// node test/bench/longest-gap.mjs [records]: the longest time that the event loop waits while records are gone through.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planBackfill } from '../../packages/sdk/dist/backfill/index.js';
import { planProducts, SequenzyCommerce } from '../../packages/sdk/dist/index.js';
import { openFileLedger } from '../../packages/sdk/dist/node/index.js';
import { inspectCatalog, openCatalog } from '../../packages/sources/dist/index.js';
import { writeProducts } from './product-file.mjs';

const count = Number(process.argv[2] ?? 50_000);
const folder = mkdtempSync(join(tmpdir(), 'sequenzy-bench-'));
const file = join(folder, 'products.csv');
await writeProducts(file, count);

/** Milliseconds from one turn of the event loop to the next. */
async function measure(name, work) {
  let longest = 0;
  let last = performance.now();
  const startedAt = last;
  let immediate;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    immediate = setImmediate(tick);
  };
  immediate = setImmediate(tick);
  const result = await work();
  longest = Math.max(longest, performance.now() - last);
  clearImmediate(immediate);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${name.padEnd(24)} ${longest.toFixed(0).padStart(5)} ms of ${seconds} s`);
  return result;
}

const products = Array.from({ length: count }, (_, index) => ({
  productId: `p-${index}`,
  title: `Product ${index}`,
  priceCents: 1999,
  currency: 'USD',
}));
const orders = Array.from({ length: count }, (_, index) => ({
  orderId: `o-${index}`,
  customer: { email: `c${index % 20_000}@shop.example` },
  totalCents: 1999,
  currency: 'USD',
  orderedAt: '2024-05-01T09:58:12Z',
  status: 'paid',
}));

/** Knows every product as it is. */
function memoryLedger() {
  const entries = new Map();
  return {
    read: (keys) => Promise.resolve(keys.map((key) => entries.get(key))),
    write: (some) => {
      for (const { key, ...entry } of some) entries.set(key, entry);
      return Promise.resolve();
    },
  };
}
const answer = '{"success":true,"currentCompanyId":"comp_1","backInStockEventsTriggered":0}';
const fetch = () =>
  Promise.resolve(new Response(answer, { headers: { 'content-type': 'application/json' } }));
const client = new SequenzyCommerce({ apiKey: 'seq_live_bench', rateLimit: false, fetch });

const ledger = memoryLedger();
await measure('sync, first', () => client.products.sync(products, { ledger }));
await measure('sync, unchanged', () => client.products.sync(products, { ledger }));
await measure('planProducts, unchanged', () => planProducts(products, { ledger }));
const onDisk = await openFileLedger({ folder, company: 'comp_1', origin: 'https://bench.example' });
await measure('sync, file ledger', () => client.products.sync(products, { ledger: onDisk }));
await measure('unchanged, file ledger', () => client.products.sync(products, { ledger: onDisk }));
await onDisk.close();
await measure('planBackfill', () => planBackfill(() => orders, { totals: 'computed' }));
const catalog = await measure('openCatalog', () => openCatalog([file]));
await measure('its records', async () => {
  for await (const record of catalog.records())
    if (record.faults.length > 0) throw new Error('bad');
});
await measure('planProducts of a file', () => planProducts(productsOf(catalog), { ledger }));
await catalog.close();
await measure('inspectCatalog', async () => {
  const inspection = await inspectCatalog([file]);
  for await (const finding of inspection.findings()) void finding;
  await inspection.close?.();
});
rmSync(folder, { recursive: true });

async function* productsOf(opened) {
  for await (const { product } of opened.records()) yield product;
}
