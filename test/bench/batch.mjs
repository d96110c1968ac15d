// CPU of one upsert of 100 products with three variants each, beside a fetch with JSON.stringify and JSON.parse.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { SequenzyCommerce } from 'sequenzy-commerce';

const rounds = 5;

export const title = 'An upsert of 100 products with three variants each: best of five';

export async function* measure(batches = 300) {
  const server = fork(join(import.meta.dirname, 'echo-server.mjs'));
  const [port] = await once(server, 'message');
  const url = `http://127.0.0.1:${port}`;
  const all = Array.from({ length: batches }, (_, batch) => productsOf(batch));
  const ways = { 'by hand': byHand(url), SDK: bySdk(url) };
  const best = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, send] of Object.entries(ways)) {
      const { cpu, seconds } = await spent(send, all);
      const earlier = best[name];
      if (earlier === undefined || cpu < earlier.cpu) best[name] = { cpu, seconds };
    }
  }
  server.kill();
  for (const [name, { cpu, seconds }] of Object.entries(best)) {
    yield { what: name, time: `${milliseconds(seconds)} ms`, cpu: `${milliseconds(cpu)} ms` };
  }
  const ratio = best.SDK.cpu / best['by hand'].cpu;
  yield { what: 'SDK / by hand', cpu: `${ratio.toFixed(2)} x`, goal: '2.0 x' };

  function milliseconds(seconds) {
    return ((seconds * 1000) / batches).toFixed(2);
  }
}

async function spent(send, all) {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  for (const products of all) await send(products);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, seconds: (performance.now() - startedAt) / 1000 };
}

function bySdk(baseUrl) {
  const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_bench', baseUrl, rateLimit: false });
  return async (products) => {
    const { records, stoppedBy } = await sequenzy.products.upsert(products);
    if (records.accepted !== products.length) throw stoppedBy ?? new Error('not accepted');
  };
}

function byHand(url) {
  const headers = {
    authorization: 'Bearer seq_live_bench',
    'content-type': 'application/json',
  };
  return async (products) => {
    const body = JSON.stringify({ products });
    const response = await fetch(`${url}/api/v1/products`, { method: 'POST', headers, body });
    const { upserted } = JSON.parse(await response.text());
    if (upserted !== products.length) throw new Error('not accepted');
  };
}

function productsOf(batch) {
  return Array.from({ length: 100 }, (_, at) => {
    const productId = `p-${batch}-${at}`;
    return {
      productId,
      title: `Product ${at} of the catalog`,
      description: 'A product described in one sentence of usual length, as shops write them.',
      url: `https://shop.example/products/${productId}`,
      imageUrl: `https://cdn.shop.example/images/${productId}.jpg`,
      priceCents: 1999 + at,
      currency: 'USD',
      inStock: true,
      variants: [1, 2, 3].map((size) => ({
        variantId: `${productId}-${size}`,
        title: `Size ${size}`,
        sku: `SKU-${at}-${size}`,
        priceCents: 1999 + size,
        inStock: true,
        inventoryQuantity: size * 3,
        options: [{ name: 'Size', value: String(size) }],
      })),
    };
  });
}
