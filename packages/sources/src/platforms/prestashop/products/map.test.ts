import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogOptions } from '../../../kinds/products/catalog.ts';
import { openCatalog } from '../../../open/catalog.ts';
import { allOf } from '../../../conformance/suite.ts';
import { combinationHeader, lamp, productHeader, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

const options: CatalogOptions = { currency: 'EUR', priceTax: 'included' };
const blue: Cells = {
  'Product ID': '11',
  Attribute: 'Color:color:0; Cable: m:select:3',
  Value: 'Blue; navy:0; 1,5:1',
  Reference: 'L-B',
  Impact: '-2.50',
  Quantity: '0',
};
const red: Cells = { ...blue, Value: 'Red:0; 2:1', Reference: 'L-R', Impact: '4', Quantity: '3' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prestashop-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fileOf(name: string, header: readonly string[], rows: readonly Cells[]) {
  const path = join(folder, name);
  const quoted = (cell: string): string => `"${cell}"`;
  const lines = [header, ...rows.map((row) => rowOf(header, row))];
  await writeFile(path, lines.map((cells) => cells.map(quoted).join(',')).join('\n'));
  return path;
}

async function read(products: readonly Cells[], combinations: readonly Cells[], more = options) {
  const files = [
    await fileOf('combinations.csv', combinationHeader, combinations),
    await fileOf('products.csv', productHeader, products),
  ].slice(combinations.length === 0 ? 1 : 0, products.length === 0 ? 1 : 2);
  const catalog = await openCatalog(files, more);
  const records = await allOf(catalog.records());
  await catalog.close();
  return { records, counts: catalog.counts, warnings: catalog.warnings };
}

describe('a PrestaShop product with its combinations', () => {
  it('comes out of two files in any order, prices being changes to a cent', async () => {
    const { records, counts, warnings } = await read([lamp], [blue, red]);
    expect(counts).toMatchObject({ rows: 3, products: 1, variants: 2, rejected: 0 });
    expect(warnings).toEqual([]);
    expect(records[0]?.product).toMatchObject({
      productId: '11',
      description: 'Bends & glows.',
      imageUrl: 'https://x.example/a,1.jpg',
      priceCents: 3750,
      inStock: true,
      variants: [
        {
          variantId: 'L-B',
          title: 'Blue; navy / 1,5',
          priceCents: 3750,
          inStock: false,
          options: [
            { name: 'Color', value: 'Blue; navy' },
            { name: 'Cable: m', value: '1,5' },
          ],
        },
        { variantId: 'L-R', priceCents: 4400, inventoryQuantity: 3, inStock: true },
      ],
    });
  });

  it('names a variant by its values where its reference is used twice', async () => {
    const { records } = await read([lamp], [blue, { ...red, Reference: 'L-B' }]);
    expect(records[0]?.product?.variants).toMatchObject([
      { variantId: '11#Blue; navy / 1,5', sku: 'L-B' },
      { variantId: '11#Red / 2', sku: 'L-B' },
    ]);
  });

  it('takes the discount off what a combination costs, an amount before a percentage', async () => {
    const during = { ...options, now: () => Date.UTC(2026, 0, 31, 23) };
    const dates = { 'Discount from': '2026-01-01', 'Discount to': '2026-01-31' };
    const percent = { ...lamp, ...dates, 'Discount percent': '5.5' };
    const both = { ...percent, 'Discount amount': '10' };
    const variants = async (product: Cells, when: CatalogOptions) =>
      (await read([product], [red], when)).records[0]?.product?.variants;
    expect(await variants(percent, during)).toMatchObject([
      { priceCents: 4158, compareAtPriceCents: 4400 },
    ]);
    expect(await variants(both, during)).toMatchObject([
      { priceCents: 3400, compareAtPriceCents: 4400 },
    ]);
    const after = { ...options, now: () => Date.UTC(2026, 1, 1) };
    expect(await variants(both, after)).toMatchObject([{ priceCents: 4400 }]);
  });

  it('asks whether prices are with tax, and says it when they are not', async () => {
    await expect(read([lamp], [], { currency: 'EUR' })).rejects.toMatchObject({
      code: 'missing-option',
      line: 2,
      advice: expect.arrayContaining([{ option: 'priceTax', value: 'excluded' }]) as string[],
    });
    const { warnings } = await read([lamp], [], { ...options, priceTax: 'excluded' });
    expect(warnings).toEqual(['The price of 1 product is without tax, and sent as it stands.']);
  });

  it('does not ask where the column says it, and takes the one that is asked for', async () => {
    const file = join(folder, 'x.csv');
    const read = async (text: string, more: CatalogOptions = {}) => {
      await writeFile(file, text);
      const catalog = await openCatalog([file], { currency: 'EUR', ...more });
      const [record] = await allOf(catalog.records());
      await catalog.close();
      return record?.product?.priceCents;
    };
    const one = 'Product ID,Name,Price tax included,Reference #\n1,Lamp,12.00,L';
    const two = 'Product ID,Name,Price tax included,Price tax excluded\n1,Lamp,12.00,10.00';
    expect(await read(one)).toBe(1200);
    await expect(read(two)).rejects.toMatchObject({ code: 'missing-option' });
    expect(await read(two, { priceTax: 'excluded' })).toBe(1000);
  });

  it('believes the only column, and refuses a priceTax that says otherwise', async () => {
    const file = join(folder, 'x.csv');
    const priceOf = async (column: string, more: CatalogOptions) => {
      await writeFile(file, `Product ID,Name,${column},Reference #\n1,Lamp,12.00,L`);
      const catalog = await openCatalog([file], { currency: 'EUR', ...more });
      const [record] = await allOf(catalog.records());
      await catalog.close();
      return record?.product?.priceCents;
    };
    const excluded = 'Price tax excluded';
    await expect(priceOf(excluded, { priceTax: 'included' })).rejects.toMatchObject({
      code: 'bad-option',
      file,
      column: excluded,
      message: expect.stringContaining('tax is excluded, and priceTax says included') as string,
    });
    await expect(priceOf('Price tax included', { priceTax: 'excluded' })).rejects.toThrow(
      'map: "Price tax included=basePrice"',
    );
    expect(await priceOf(excluded, { priceTax: 'excluded' })).toBe(1200);
    const map = { [excluded]: 'basePrice' };
    expect(await priceOf(excluded, { priceTax: 'included', map })).toBe(1200);
  });

  it('is left out while it is not active, and out of stock where it cannot be ordered', async () => {
    const inactive = await read([{ ...lamp, Active: '0' }], [red]);
    expect(inactive.counts).toMatchObject({ skipped: [{ reason: 'inactive', products: 1 }] });
    const { records } = await read([{ ...lamp, 'Available for order': '0' }], [red]);
    expect(records[0]?.product).toMatchObject({ inStock: false, variants: [{ inStock: false }] });
  });

  it.each<[Cells[], Cells[], string]>([
    [[], [red], 'no row of the input is product "11"'],
    [[lamp, { ...lamp, Quantity: '8' }], [], 'is that of the product on line 2 too'],
    [[lamp], [{ ...red, Value: 'Red:0' }], 'expected a value for each of the 2 attributes, got 1'],
    [[lamp], [{ ...red, Impact: '-40.01' }], 'makes the price negative'],
    [[lamp], [red, { ...red, Quantity: '4' }], '"11#Red / 2" is already on line 2'],
    [[{ ...lamp, 'Discount percent': '101' }], [], 'expected a number up to 100'],
  ])('refuses %j with %j', async (products, combinations, message) => {
    const { records } = await read(products, combinations);
    expect(records.flatMap(({ faults }) => faults.map((fault) => fault.message)).join()).toContain(
      message,
    );
  });

  it('refuses priceTax where files leave nothing open', async () => {
    const file = join(folder, 'generic.csv');
    await writeFile(file, 'productId,title\n1,A');
    await expect(openCatalog([file], { priceTax: 'included' })).rejects.toMatchObject({
      code: 'bad-option',
    });
  });
});
