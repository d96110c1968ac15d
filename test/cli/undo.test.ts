import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Product } from 'sequenzy-commerce';
import type { Sandbox } from 'sequenzy-sandbox';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { beforeEach, expect, it } from 'vitest';
import { key, runCli, serveSandbox, startCli, until, upserts } from './cli-process.ts';

const size = longForm ? 20_000 : 300;
const sync = ['catalog', 'sync', 'products.ndjson', '--prune', '--max-delete', '50%', '--yes'];
const undo = ['catalog', 'undo', '--yes', '--json', '--rate', 'off'];

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

/** What every tenth product is like: with two variants, without some fields, out of stock. */
function before(at: number): Product {
  const productId = `p-${String(at)}`;
  const named = { productId, title: `Product ${String(at)}`, currency: 'EUR' };
  const page = { url: `https://shop.example/${productId}`, description: `No. ${String(at)}` };
  if (at % 10 > 6) return { ...named, priceCents: 1000 + at, inStock: at % 2 === 0 };
  const variant = (name: string, more: object) => ({
    ...{ variantId: `${productId}-${name}`, title: name, sku: `${name}${String(at)}` },
    ...{ priceCents: 1000 + at, options: [{ name: 'Size', value: name }], ...more },
  });
  const small = variant('S', { inventoryQuantity: at % 4, compareAtPriceCents: 5000 });
  const medium = variant('M', { inStock: at % 3 > 0 });
  return { ...named, ...page, variants: [small, medium] };
}

/** The same with everything otherwise that can be: other values, cleared ones, variants that go, come and move. */
function after(at: number): Product {
  const { variants = [], ...product } = before(at);
  const { productId } = product;
  if (at % 10 > 6)
    return { ...product, priceCents: null, inStock: at % 4 !== 0, description: 'New' };
  const [small, medium] = variants;
  const large = { variantId: `${productId}-L`, title: 'L', inventoryQuantity: 3 };
  const changed = {
    ...product,
    title: `${product.title} (new)`,
    url: null,
    imageUrl: 'https://shop.example/a.png',
  };
  if (small === undefined || medium === undefined || at % 10 === 0) return changed;
  const list =
    at % 2 === 0
      ? [medium, small, large]
      : [{ ...small, priceCents: 1, inventoryQuantity: 9 }, large];
  return { ...changed, currency: 'USD', variants: list.map((one) => ({ inStock: true, ...one })) };
}

async function write(products: readonly Product[]): Promise<void> {
  const lines = products.map((product) => JSON.stringify(product));
  await writeFile(join(cwd, 'products.ndjson'), `${lines.join('\n')}\n`);
}

/** Everything that can be sent of what is stored. */
function state({ products }: Sandbox): Record<string, unknown> {
  const own = ['id', 'createdAt', 'updatedAt'];
  const entries = [...products].map((product): [string, unknown] => [
    product.productId,
    Object.fromEntries(Object.entries(product).filter(([name]) => !own.includes(name))),
  ]);
  return Object.fromEntries(entries);
}

/** A catalog that was synced, and then synced with other values, new products and without some old ones. */
async function changed() {
  const { sandbox, url } = await serveSandbox({ rateLimit: false });
  await write(Array.from({ length: size }, (_, at) => before(at)));
  const run = (args: readonly string[]) => runCli(args, { cwd, url });
  await run([...sync, '--rate', 'off', '--no-undo']);
  const was = state(sandbox);
  const [pruned, added] = [Math.floor(size / 20), Math.floor(size / 10)];
  await write(Array.from({ length: size - pruned + added }, (_, at) => after(at + pruned)));
  const synced = await run([...sync, '--rate', 'off', '--json']);
  expect(synced).toMatchObject({ exitCode: 0 });
  return { sandbox, url, run, was, pruned };
}

async function waitFor(url: string, productId: string, variantId?: string): Promise<void> {
  const body = { productId, variantId, customer: { email: 'ada@shop.example' } };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  expect((await fetch(`${url}/api/v1/back-in-stock`, init)).status).toBe(200);
}

function mails({ events }: Sandbox): number {
  return events.filter(({ name }) => name === 'ecommerce.back_in_stock').length;
}

it(
  `a run of ${String(size)} products is undone to what it was in every field, killed in the middle and started again`,
  async () => {
    const { sandbox, url, run, was, pruned } = await changed();
    expect(state(sandbox)).not.toEqual(was);
    const sent = sandbox.requests.length;
    const refused = await run([...undo, '--max-restocks', '0']);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      exitCode: 2,
      stoppedBy: { code: 'max-restocks' },
      undo: { create: pruned, restore: size - pruned, left: { changed: 0, gone: 0, unread: 0 } },
    });
    const changes = () => sandbox.requests.slice(sent).filter(({ method }) => method !== 'GET');
    expect(changes()).toEqual([]);
    sandbox.faults.add({ on: { method: 'POST' }, times: 6, do: { kind: 'slow', ms: 100 } });
    const killed = startCli(undo, { cwd, url });
    await until(() => changes().length > 1, killed);
    killed.process.kill('SIGKILL');
    await killed.done;
    const again = await run(undo);
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'completed', exitCode: 0 });
    expect(state(sandbox)).toEqual(was);
    expect((await run(undo)).stdout).toContain('There is no run to undo');
  },
  longForm ? 1_200_000 : 60_000,
);

it('undoing sends no mail that its plan does not count, and leaves stock that something else has changed', async () => {
  const { sandbox, url } = await serveSandbox();
  const run = (args: readonly string[]) => runCli(args, { cwd, url });
  const tee = { productId: 'tee', title: 'Tee', currency: 'EUR' };
  const variant = (variantId: string, inventoryQuantity: number) => ({
    ...{ variantId, title: variantId, inventoryQuantity },
  });
  const gone = { productId: 'gone', title: 'Gone', inStock: true };
  await write([{ ...tee, variants: [variant('s', 5), variant('m', 5)] }, gone]);
  await run(sync);
  await write([{ ...tee, variants: [variant('s', 0), variant('m', 0)] }]);
  await run(sync);
  await writeFile(join(cwd, 'stock.csv'), 'productId,variantId,quantity\ntee,m,2\n');
  await run(['catalog', 'stock', 'stock.csv']);
  await waitFor(url, 'tee', 's');
  await waitFor(url, 'gone');
  const held = await run([...undo, '--max-restocks', '1']);
  expect(held.exitCode).toBe(2);
  expect(mails(sandbox)).toBe(0);
  const shown = await run(['catalog', 'undo', '--yes', '--show-changes']);
  expect(shown.stderr).toMatch(/^restocks +1 product and 1 variant come back in stock/m);
  expect(shown.stderr).toMatch(
    /^left +stock of 1 variant, which something else has changed since$/m,
  );
  expect(shown.stderr).toMatch(/^not undone +e-mail that was sent/m);
  expect(shown).toMatchObject({ exitCode: 0 });
  expect(mails(sandbox)).toBe(2);
  expect(sandbox.products.get('tee')?.variants).toMatchObject([
    { variantId: 's', inventoryQuantity: 5, inStock: true },
    { variantId: 'm', inventoryQuantity: 2, inStock: true },
  ]);
  expect(sandbox.products.get('gone')).toMatchObject({ inStock: true });
});

it('a run with --no-undo reads nothing and keeps nothing, and a key that may not read is warned of', async () => {
  const { sandbox, url } = await serveSandbox({
    apiKey: [key, { key: 'seq_live_writer', scopes: ['products:write'] }],
  });
  await write([before(1)]);
  await runCli([...sync, '--no-undo'], { cwd, url });
  expect(sandbox.requests.filter(({ path }) => path.endsWith('products'))).toEqual(
    upserts(sandbox),
  );
  await write([after(1)]);
  const env = { SEQUENZY_API_KEY: 'seq_live_writer' };
  const { exitCode, stderr } = await runCli(sync, { cwd, url, env });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(stderr).toContain('so this run cannot be undone: the key may not read products');
});
