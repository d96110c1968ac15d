import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it } from 'vitest';
import { inspectCatalog } from '../open/inspect-catalog.ts';
import { openCatalog } from '../open/catalog.ts';
import { allOf } from '../conformance/suite.ts';
import { openOrders } from '../open/orders.ts';
import type { RecordFault } from '../faults/record-fault.ts';

type Files = Readonly<Record<string, string>>;

async function written(files: Files): Promise<string[]> {
  const folder = await tempFolder();
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, files[path.slice(folder.length + 1)] ?? '');
  return paths;
}

/** Each fault with its place, without the folder. */
function told(records: readonly { file: string; faults: readonly RecordFault[] }[]): string[] {
  return records.flatMap(({ file: own, faults }) =>
    faults.map(({ file, line, path, message }) => {
      const text = `${file ?? own}:${String(line)} ${path}: ${message}`;
      return text.replaceAll(/\/\S+\/(?=[ab]\.)/g, '');
    }),
  );
}

const stripe = { object: 'product', id: 'p1', active: true, name: 'Tee' };
const amount = { object: 'price', id: 'x', active: true, product: 'p1', currency: 'usd' };
const bulk = { id: 'gid://shopify/Product/1', title: 'Tee', status: 'ACTIVE', handle: 'tee' };
const child = { id: 'gid://shopify/ProductVariant/2', __parentId: bulk.id, price: 'abc' };
const link = 'https://x.io/tee';
const woo = { id: 1, name: 'Tee', permalink: link, stock_status: 'instock', variations: [2] };
const variation = { ...woo, id: 2, parent_id: 1, type: 'variation', stock_status: 'gone' };
const json = (value: object): string => `${JSON.stringify(value)}\n`;

it.each<[string, Files, string]>([
  [
    'PrestaShop combinations',
    {
      'a.csv':
        'Product ID,Active (0/1),Name *,Price tax included,Categories (x;y;z...)\n7,1,Mug,9.00,Home\n',
      'b.csv':
        'Product ID*,Attribute (Name:Type:Position)*,Value (Value:Position)*,Impact on price,Quantity\n7,Size:select:0,S:0,1,few\n',
    },
    'b.csv:2 Quantity: expected a whole number, got "few"',
  ],
  [
    'rows of a generic table',
    {
      'a.csv': 'productId,title,variantId,variantTitle\nt,Tee,s,S\n',
      'b.csv': 'productId,title,variantId,variantTitle\nt,Tea,m,M\n',
    },
    'b.csv:2 title: "Tea" differs from "Tee" on line 2 in a.csv of the same product',
  ],
  [
    'a variant that stands in both',
    {
      'a.csv': 'productId,title,variantId,variantTitle\nt,Tee,s,S\n',
      'b.csv': 'productId,title,variantId,variantTitle\nt,Tee,s,M\n',
    },
    'b.csv:2 variantId: "s" is already on line 2 in a.csv',
  ],
  [
    'a short row',
    {
      'a.csv': 'productId,title,variantId,variantTitle\nt,Tee,s,S\n',
      'b.csv': 'productId,title,variantId,variantTitle\nt,Tee,m\n',
    },
    'b.csv:2 : this row has 3 cells and the header 4 columns',
  ],
  [
    'a value that the API refuses',
    {
      'a.csv': 'productId,title,variantId,variantTitle,variantPriceCents\nt,Tee,s,S,1\n',
      'b.csv': 'productId,title,variantId,variantTitle,variantPriceCents\nt,Tee,m,M,-1\n',
    },
    'b.csv:2 variantPriceCents: ',
  ],
  [
    'a Shopify variant with the options of another',
    {
      'a.csv': 'Handle,Title,Option1 Name,Option1 Value,Variant Price\nt,Tee,Size,S,1\nt,,,M,1\n',
      'b.csv': 'Handle,Title,Option1 Name,Option1 Value,Variant Price\nt,,,M,2\n',
    },
    'b.csv:2 Option1 Value: has the same option values as the variant on line 3 in a.csv',
  ],
  [
    'Stripe prices',
    { 'a.json': json(stripe), 'b.json': json({ ...amount, unit_amount: 2.5 }) },
    'b.json:1 unit_amount: expected a whole number, got 2.5',
  ],
  [
    'Stripe products after their prices',
    { 'a.json': json({ ...amount, unit_amount: 2 }), 'b.json': json({ ...stripe, name: 5 }) },
    'b.json:1 name: expected text, got 5',
  ],
  [
    'variants of a Shopify bulk export',
    { 'a.jsonl': json(bulk), 'b.jsonl': `\n${json(child)}` },
    'b.jsonl:2 price: "abc" is not an amount',
  ],
  [
    'WooCommerce variations',
    { 'a.json': json(woo), 'b.json': json(variation) },
    'b.json:1 stock_status: expected instock, outofstock or onbackorder, got "gone"',
  ],
])('%s: a fault names the file of its own row', async (_, files, message) => {
  const catalog = await openCatalog(await written(files), { currency: 'USD' });
  const faults = told(await allOf(catalog.records()));
  await catalog.close();
  expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
});

const order = {
  id: 'gid://shopify/Order/1',
  name: '#1',
  email: 'a@x.io',
  createdAt: '2024-01-01T00:00:00Z',
  displayFinancialStatus: 'PAID',
  totalPriceSet: { shopMoney: { amount: '5', currencyCode: 'USD' } },
};
const line = {
  id: 'gid://shopify/LineItem/2',
  __parentId: order.id,
  title: 'Tee',
  quantity: 'x',
};
const orderHeader = 'orderId,orderedAt,email,total,currency,itemProductId,itemTitle,itemQuantity\n';

it.each<[string, Files, string]>([
  [
    'rows of a generic table',
    {
      'a.csv': `${orderHeader}1,2024-01-01T00:00:00Z,a@x.io,5,USD,t,Tee,1\n`,
      'b.csv': `${orderHeader}1,2024-01-01T00:00:00Z,a@x.io,6,USD,u,Cup,x\n`,
    },
    'b.csv:2 itemQuantity: expected a whole number, got "x"',
  ],
  [
    'lines of a Shopify bulk export',
    {
      'a.jsonl': json(order),
      'b.jsonl': json({ ...order, id: 'gid://shopify/Order/2' }) + json(line),
    },
    'b.jsonl:2 quantity: expected a whole number, got "x"',
  ],
])('orders, %s: a fault names the file of its own row', async (_, files, message) => {
  const orders = await openOrders(await written(files), { currency: 'USD' });
  const faults = told(await allOf(orders.records()));
  await orders.close();
  expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
});

it('leaves the file out of a fault where it is that of the record', async () => {
  const files = await written({ 'a.csv': 'productId,title,inStock\nt,Tee,perhaps\n' });
  const catalog = await openCatalog(files);
  const [record] = await allOf(catalog.records());
  await catalog.close();
  expect(record?.faults).toMatchObject([{ line: 2, column: 'inStock' }]);
  expect(record?.faults[0]).not.toHaveProperty('file');
});

it('says which file a key was in before', async () => {
  const files = await written({
    'a.csv': 'productId,title,sku\np,A,S-1\nq,B,S-2\n',
    'b.csv': 'productId,title,sku\nr,C,S-2\ns,D,S-2\n',
  });
  const inspection = await inspectCatalog(files);
  const problems = (await allOf(inspection.findings())).map(({ problem }) => problem);
  await inspection.close();
  expect(problems).toEqual([`is already on line 3 in ${files[0] ?? ''}`, 'is already on line 2']);
});
