import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, expect, it } from 'vitest';
import { runCli, serveSandbox, upserts } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const head = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status';

async function tray(title: string, columns = '', cells: readonly string[] = ['', '']) {
  const rows = [
    `${head}${columns}`,
    `tray,${title},Size,S,T-S,20.00,active${cells[0] ?? ''}`,
    `tray,,,M,T-M,24.00,${cells[1] ?? ''}`,
  ];
  await writeFile(join(cwd, 'tray.csv'), rows.join('\n'));
}

const sync = ['catalog', 'sync', 'tray.csv', '--currency', 'EUR'];

/** A tray that was synced without stock and sold out since; somebody waits for each size. */
async function soldOut() {
  const { sandbox, url } = await serveSandbox();
  await tray('Tray');
  const first = await runCli(sync, { cwd, url });
  const stdin = 'sku,quantity\nT-S,0\nT-M,0\n';
  await runCli(['catalog', 'stock', '-'], { cwd, url, stdin });
  const waiting = ['T-S', 'T-M'].map((variantId, at) => ({
    productId: 'tray',
    variantId,
    customer: { email: `${String(at)}@shop.example` },
  }));
  const register = ['back-in-stock', 'register', '-'];
  await runCli(register, { cwd, url, stdin: JSON.stringify(waiting) });
  const mails = (): number =>
    sandbox.events.filter(({ name }) => name === 'ecommerce.back_in_stock').length;
  const inStock = (): unknown => {
    const product = sandbox.products.get('tray');
    return [product?.title, product?.inStock, product?.variants.map((one) => one.inStock)];
  };
  return { sandbox, url, first, mails, inStock };
}

it('stays out of stock when a file without stock is synced again, and nobody gets mail', async () => {
  const { sandbox, url, first, mails, inStock } = await soldOut();
  expect(first.stderr).toMatch(/Stock not known: 2 variants are new to Sequenzy/);
  await tray('Big tray');
  const again = await runCli([...sync, '--max-restocks', '0'], { cwd, url });
  expect(again.exitCode).toBe(0);
  expect(again.stderr).toMatch(
    /^plan +1 product .* in 2 requests \(1 to send, 1 to read products\)/m,
  );
  expect(again.stderr).toMatch(
    /^stock +not in the input for 2 variants of 1 product: .* carried along$/m,
  );
  expect(again.stderr).not.toMatch(/restocks|not known/);
  expect([inStock(), mails()]).toEqual([['Big tray', false, [false, false]], 0]);

  const before = sandbox.requests.length;
  const { stdout } = await runCli([...sync, '--json'], { cwd, url });
  expect(JSON.parse(stdout)).toMatchObject({
    records: { unchanged: 1 },
    stock: { products: 0, requests: 0 },
  });
  const asked = sandbox.requests.slice(before).map(({ path }) => path);
  expect(asked).toEqual(['/api/v1/account']);

  await tray('Tray', ',Variant Inventory Tracker,Variant Inventory Qty', [
    ',shopify,3',
    ',shopify,0',
  ]);
  await runCli(sync, { cwd, url });
  expect([inStock(), mails()]).toEqual([['Tray', true, [true, false]], 1]);
});

it('is kept by --full, by catalog diff --repair, and from another program’s word', async () => {
  const { sandbox, url, mails, inStock } = await soldOut();
  const full = await runCli([...sync, '--full', '--json'], { cwd, url });
  expect(JSON.parse(full.stdout)).toMatchObject({
    stock: { products: 1, carried: 2, unknown: 0, requests: 1 },
  });
  await tray('Big tray');
  const repair = ['catalog', 'diff', 'tray.csv', '--currency', 'EUR', '--repair'];
  expect((await runCli(repair, { cwd, url })).exitCode).toBe(0);
  expect([inStock(), mails()]).toEqual([['Big tray', false, [false, false]], 0]);
  expect(upserts(sandbox).length).toBe(4);
});

it('keeps what else the file has no place for, and clears what its columns leave empty', async () => {
  const { sandbox, url } = await serveSandbox();
  const stored = {
    variantId: 'red',
    title: 'Red',
    sku: 'R',
    priceCents: 900,
    compareAtPriceCents: 1200,
    imageUrl: 'https://shop.example/red.jpg',
    inventoryQuantity: 0,
    options: [{ name: 'Colour', value: 'Red' }],
  };
  const write = (columns: string, cells: string): Promise<void> =>
    writeFile(
      join(cwd, 'tee.csv'),
      `productId,title,variantId,variantTitle${columns}\ntee,Tee,red,Rouge${cells}\n`,
    );
  const args = ['catalog', 'sync', 'tee.csv', '--currency', 'EUR'];
  sandbox.seedProducts([{ productId: 'tee', title: 'T', currency: 'EUR', variants: [stored] }]);
  const variants = (): unknown => sandbox.products.get('tee')?.variants;
  await write('', '');
  await runCli(args, { cwd, url });
  const title = 'Rouge';
  expect(variants()).toMatchObject([{ ...stored, title, inStock: false }]);
  await write(',variantInStock', ',yes');
  const stocked = await runCli(args, { cwd, url });
  expect(stocked.stderr).toMatch(/^plan .* in 2 requests \(1 to send, 1 to read products\)/m);
  expect(stocked.stderr).toMatch(
    /^fields +not in the input for 1 product: SKU, price, .* of variants; what Sequenzy has is carr/m,
  );
  expect(stocked.stderr).not.toMatch(/^stock /m);
  expect(variants()).toMatchObject([{ ...stored, title, inStock: true }]);
  await write(',variantInStock,variantPrice', ',yes,9.00');
  await runCli([...args, '--full'], { cwd, url });
  expect(variants()).toMatchObject([{ ...stored, title, inStock: true }]);
  await write(',variantInStock,variantPrice', ',yes,9.50');
  await runCli(args, { cwd, url });
  const [repriced] = sandbox.products.get('tee')?.variants ?? [];
  expect(repriced).toMatchObject({ sku: 'R', priceCents: 950 });
  expect(repriced?.compareAtPriceCents ?? null).toBe(null);
  await write(',variantInStock,variantPrice,variantCompareAtPrice,variantSku', ',yes,9.75,,');
  const { stdout } = await runCli([...args, '--json'], { cwd, url });
  expect(JSON.parse(stdout)).toMatchObject({ stock: { products: 0, others: 1, requests: 1 } });
  const cleared = { priceCents: 975, compareAtPriceCents: null, sku: null };
  expect(variants()).toMatchObject([{ ...stored, title, inStock: true, ...cleared }]);
});

it('is sent without other fields, with a warning, where the key may not read products, and stops for stock', async () => {
  const { sandbox, url } = await serveSandbox({
    apiKey: [{ key: 'seq_live_sandbox', scopes: ['account:read', 'products:write'] }],
  });
  const args = ['catalog', 'sync', 'tee.csv', '--currency', 'EUR', '--concurrency', '1'];
  const head = 'productId,title,variantId,variantTitle,variantInStock';
  const rows = Array.from({ length: 201 }, (_, at) => `tee-${String(at)},Tee,red-${String(at)},R`);
  await writeFile(join(cwd, 'tee.csv'), [head, ...rows.map((row) => `${row},no`)].join('\n'));
  const { exitCode, stderr } = await runCli(args, { cwd, url });
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/^fields .* of variants; they lose what Sequenzy has, because the key/m);
  expect(
    stderr.match(/^warning +The key may not read products, so 201 products lose/gm),
  ).toHaveLength(1);
  const asked = sandbox.requests.filter(({ path }) => path.startsWith('/api/v1/products'));
  expect(asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST', 'POST']);
  await writeFile(join(cwd, 'tee.csv'), [head, ...rows.map((row) => `${row},`)].join('\n'));
  const stock = await runCli(args, { cwd, url });
  expect([stock.exitCode, upserts(sandbox).length]).toEqual([4, 3]);
  expect(stock.stderr).toMatch(/products:read/);
});

it('reads nothing for a Shopify export with every column, however empty they are', async () => {
  const { sandbox, url } = await serveSandbox();
  const every =
    'Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy';
  const rows = [
    `Handle,Title,${every},Variant Price,Variant Compare At Price,Variant Image,Status`,
    'tray,Tray,,,,deny,9.50,,,active',
  ];
  await writeFile(join(cwd, 'tray.csv'), rows.join('\n'));
  const { stdout } = await runCli([...sync, '--no-undo', '--json'], { cwd, url });
  expect(JSON.parse(stdout)).toMatchObject({
    records: { accepted: 1 },
    stock: { products: 0, others: 0, requests: 0 },
  });
  const asked = sandbox.requests.map(({ method, path }) => `${method} ${path}`);
  expect(asked).toEqual(['GET /api/v1/account', 'POST /api/v1/products']);
});

it('says in a dry run without a key that stock is not known, and counts the requests that would read it', async () => {
  await tray('Tray');
  const dry = [...sync, '--dry-run'];
  const { stdout } = await runCli([...dry, '--json'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({
    plan: { requests: 1, stock: { products: 1, variants: 2, unknown: null, requests: 1 } },
  });
  const { stderr } = await runCli(dry, { cwd });
  expect(stderr).toMatch(/^stock +stock not known for 2 variants of 1 product: a sync reads/m);
});

it('tells in a dry run with a key exactly what comes back in stock, by GET requests alone', async () => {
  const { sandbox, url, inStock, mails } = await soldOut();
  await tray('Tray', ',Variant Inventory Tracker,Variant Inventory Qty', [
    ',shopify,3',
    ',shopify,',
  ]);
  const before = sandbox.requests.length;
  const dry = [...sync, '--dry-run'];
  const planned = await runCli([...dry, '--json'], { cwd, url });
  expect(JSON.parse(planned.stdout)).toMatchObject({
    plan: {
      products: 1,
      restocks: { products: 1, variants: 1 },
      stock: { products: 1, variants: 1, unknown: 0, requests: 1 },
    },
    requests: { sent: 0 },
    stock: { requests: 1 },
  });
  const asked = sandbox.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
  expect(asked).toEqual([
    'GET /api/v1/account',
    'GET /api/v1/products/tray',
    'GET /api/v1/sequences',
    'GET /api/v1/sync-rules',
  ]);
  const refused = await runCli([...dry, '--max-restocks', '1'], { cwd, url });
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toMatch(/come back in stock: 2; --max-restocks allows 1/);
  expect([inStock(), mails()]).toEqual([['Tray', false, [false, false]], 0]);
});

it('says in a dry run that a key is wrong, and plans on where the API is down', async () => {
  const { sandbox, url } = await serveSandbox();
  await tray('Tray');
  const args = [...sync, '--dry-run', '--max-retries', '0'];
  const env = { SEQUENZY_API_KEY: 'seq_live_wrong' };
  const wrong = await runCli(args, { cwd, url, env });
  const sent = await runCli(sync, { cwd, url, env });
  expect([wrong.exitCode, sent.exitCode]).toEqual([4, 4]);
  expect(wrong.stderr).toMatch(/Check the key in SEQUENZY_API_KEY/);
  sandbox.faults.add({ on: { method: 'GET', path: /\/products/ }, do: { kind: 'server-error' } });
  const unread = await runCli(args, { cwd, url });
  const down = await runCli(args, { cwd, url: 'http://127.0.0.1:9' });
  for (const { exitCode, stderr } of [unread, down]) {
    expect(exitCode).toBe(0);
    expect(stderr.match(/^warning +Sequenzy cannot be reached/gm)).toHaveLength(1);
    expect(stderr).toMatch(/^stock +stock not known for 2 variants of 1 product/m);
  }
});

it('refuses too many restocks before the first of several batches is sent', async () => {
  const { sandbox, url } = await serveSandbox();
  const ids = Array.from({ length: 250 }, (_, at) => `lamp-${String(at)}`);
  const lamp = (productId: string, title: string) => ({
    productId,
    title,
    variants: [
      { variantId: `${productId}-a`, title: 'A', inStock: false },
      { variantId: `${productId}-b`, title: 'B', inStock: false },
    ],
  });
  sandbox.seedProducts(ids.map((id) => lamp(id, 'Lamp')));
  const rows = ids.flatMap((id) => [`${id},Lamp,${id}-a,A,yes`, `${id},,${id}-b,B,`]);
  const lines = ['productId,title,variantId,variantTitle,variantInStock', ...rows.slice(0, -4)];
  await writeFile(join(cwd, 'lamps.csv'), lines.join('\n'));
  const args = ['catalog', 'sync', 'lamps.csv', '--rate', 'off', '--json', '--max-restocks'];
  const refused = await runCli([...args, '495'], { cwd, url });
  expect(refused.exitCode).toBe(2);
  const { stoppedBy, stock } = JSON.parse(refused.stdout) as Record<string, unknown>;
  expect(stoppedBy).toMatchObject({ code: 'max-restocks' });
  expect(stock).toMatchObject({ requests: 3 });
  const planned = await runCli([...args, '496', '--dry-run'], { cwd, url });
  expect(JSON.parse(planned.stdout)).toMatchObject({
    exitCode: 0,
    plan: { restocks: { products: 248, variants: 248 }, stock: { unknown: 0, requests: 3 } },
  });
  expect(upserts(sandbox)).toEqual([]);
  const before = sandbox.requests.length;
  const sent = await runCli([...args, '496'], { cwd, url });
  expect(JSON.parse(sent.stdout)).toMatchObject({ exitCode: 0, stock: { requests: 3 } });
  const methods = sandbox.requests.slice(before).map(({ method }) => method);
  expect(methods).toEqual(['GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'POST']);
});

it('is not sent where the stored stock cannot be read', async () => {
  const { sandbox, url } = await serveSandbox({
    faults: [{ on: { method: 'GET', path: /\/products/ }, do: { kind: 'server-error' } }],
  });
  await tray('Tray');
  const args = [...sync, '--max-retries', '0', '--json'];
  const { exitCode, stdout } = await runCli(args, { cwd, url });
  expect(exitCode).toBe(75);
  expect(JSON.parse(stdout)).toMatchObject({ records: { accepted: 0, notAttempted: 1 } });
  expect(upserts(sandbox)).toEqual([]);
});

it('is not sent where a 404 about the stored product does not come from the API', async () => {
  const { sandbox, url } = await serveSandbox({
    faults: [{ on: { method: 'GET', path: /\/products\// }, do: { kind: 'html', status: 404 } }],
  });
  sandbox.seedProducts([{ productId: 'tray', title: 'Tray', inStock: false, variants: [] }]);
  await tray('Big tray');
  const { exitCode, stderr } = await runCli(sync, { cwd, url });
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/tray.*states no stock, and the stock in Sequenzy cannot be read/);
  expect(upserts(sandbox)).toEqual([]);
});
