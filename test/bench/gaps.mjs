// The longest time that the event loop waits while records are gone through.
import { join } from 'node:path';
import { planBackfill } from '../../packages/sdk/dist/backfill/index.js';
import { planProducts, SequenzyCommerce } from '../../packages/sdk/dist/index.js';
import { openFileLedger } from '../../packages/sdk/dist/node/index.js';
import { inspectCatalog, openCatalog } from '../../packages/sources/dist/index.js';
import { inFolder } from './measured.mjs';
import { writeProducts } from './product-file.mjs';

export const title = 'Longest time without a turn of the event loop';

/**
 * Milliseconds from one turn of the event loop to the next, and CPU of the process in them: what others on the machine
 * take is in the first only.
 */
async function longestGap(name, work) {
  let [longest, most] = [0, 0];
  let last = performance.now();
  let worked = cpu();
  const startedAt = last;
  let immediate;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    const spent = cpu();
    most = Math.max(most, spent - worked);
    worked = spent;
    immediate = setImmediate(tick);
  };
  immediate = setImmediate(tick);
  await work();
  longest = Math.max(longest, performance.now() - last);
  clearImmediate(immediate);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const what = `${name}, of ${seconds} s`;
  return { what, time: `${longest.toFixed(0)} ms`, cpu: `${most.toFixed(0)} ms`, goal: '50 ms' };
}

/** Milliseconds so far, those of the collector and the compiler beside the program included. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export async function* measure(count = 50_000) {
  yield* inFolder(async function* (folder) {
    const file = join(folder, 'products.csv');
    await writeProducts(file, count);
    const answer = '{"success":true,"currentCompanyId":"comp_1","backInStockEventsTriggered":0}';
    const headers = { 'content-type': 'application/json' };
    const fetch = () => Promise.resolve(new Response(answer, { headers }));
    const client = new SequenzyCommerce({ apiKey: 'seq_live_bench', rateLimit: false, fetch });
    const origin = 'https://bench.example';
    const onDisk = await openFileLedger({ folder, company: 'comp_1', origin });
    const ledger = memoryLedger();
    const products = productsMade(count);
    const sync = (known) => client.products.sync(products, { ledger: known });
    yield longestGap('sync, first', () => sync(ledger));
    yield longestGap('sync, unchanged', () => sync(ledger));
    yield longestGap('planProducts, unchanged', () => planProducts(products, { ledger }));
    yield longestGap('sync, file ledger', () => sync(onDisk));
    yield longestGap('unchanged, file ledger', () => sync(onDisk));
    await onDisk.close();
    const orders = ordersMade(count);
    yield longestGap('planBackfill', () => planBackfill(() => orders, { totals: 'computed' }));
    let catalog;
    yield longestGap('openCatalog', async () => {
      catalog = await openCatalog([file]);
    });
    yield longestGap('its records', async () => {
      for await (const { faults } of catalog.records())
        if (faults.length > 0) throw new Error('bad');
    });
    yield longestGap('planProducts of a file', () => planProducts(productsOf(catalog), { ledger }));
    await catalog.close();
    yield longestGap('inspectCatalog', async () => {
      const inspection = await inspectCatalog([file]);
      for await (const finding of inspection.findings()) void finding;
      await inspection.close?.();
    });
  });
}

function productsMade(count) {
  return Array.from({ length: count }, (_, index) => ({
    productId: `p-${index}`,
    title: `Product ${index}`,
    priceCents: 1999,
    currency: 'USD',
  }));
}

function ordersMade(count) {
  return Array.from({ length: count }, (_, index) => ({
    orderId: `o-${index}`,
    customer: { email: `c${index % 20_000}@shop.example` },
    totalCents: 1999,
    currency: 'USD',
    orderedAt: '2024-05-01T09:58:12Z',
    status: 'paid',
  }));
}

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
async function* productsOf(opened) {
  for await (const { product } of opened.records()) yield product;
}
