import { describe, expect, it } from 'vitest';
import type { CatalogOptions } from '../../../kinds/products/catalog.ts';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, medium, rowOf, small, tee } from './fixtures/sample.ts';

const options: CatalogOptions = { currency: 'USD', storeUrl: 'https://shop.example' };

const csv = (...rows: readonly Readonly<Record<string, string>>[]): string =>
  [header, ...rows.map(rowOf)]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

async function read(text: string, more: CatalogOptions = {}) {
  const records = await recordsOf(text, { ...options, ...more });
  return records.map(
    ({ product, faults }) =>
      product ??
      faults.map(({ column, line, message }) => `${column ?? ''}:${String(line)} ${message}`),
  );
}

describe('a BigCommerce legacy export', () => {
  it('is read with the options and the stock of each SKU', async () => {
    expect(await read(csv(tee, small, medium))).toEqual([
      {
        productId: '101',
        title: 'Field tee',
        description: 'Soft & light',
        imageUrl: 'https://x.example/tee.jpg',
        url: 'https://shop.example/field-tee/',
        priceCents: 2400,
        compareAtPriceCents: 3000,
        currency: 'USD',
        inStock: true,
        variants: [
          {
            variantId: 'TEE-S',
            title: 'S / Dark blue',
            sku: 'TEE-S',
            priceCents: 2400,
            compareAtPriceCents: 3000,
            inStock: true,
            inventoryQuantity: 3,
            options: [
              { name: 'Size', value: 'S' },
              { name: 'Colour', value: 'Dark blue' },
            ],
          },
          {
            variantId: 'TEE-M',
            title: 'M / Red, dyed',
            sku: 'TEE-M',
            priceCents: 2400,
            compareAtPriceCents: 3000,
            inStock: false,
            inventoryQuantity: 0,
            options: [
              { name: 'Size', value: 'M' },
              { name: 'Colour', value: 'Red, dyed' },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    [
      { 'Sale Price': '20', 'Retail Price': '' },
      { priceCents: 2000, compareAtPriceCents: 2400 },
    ],
    [{ 'Sale Price': '20' }, { priceCents: 2000, compareAtPriceCents: 3000 }],
    [{ 'Retail Price': '24' }, { priceCents: 2400, compareAtPriceCents: null }],
    [{ 'Track Inventory': 'none' }, { inStock: true }],
    [{ 'Track Inventory': 'none', 'Allow Purchases?': 'N' }, { inStock: false }],
    [{ 'Track Inventory': 'by product', 'Current Stock Level': '0' }, { inStock: false }],
    [{ 'Track Inventory': 'by product', 'Current Stock Level': '2' }, { inStock: true }],
  ])('reads %j', async (cells, product) => {
    expect(await read(csv({ ...tee, ...cells }))).toMatchObject([product]);
  });

  it('sends no stock where Track Inventory says something unknown, and says so', async () => {
    const catalog = await openText(
      csv({ ...tee, 'Track Inventory': 'Y', 'Current Stock Level': '0' }),
      options,
    );
    for await (const { product } of catalog.records())
      expect(product).not.toHaveProperty('inStock');
    expect(catalog.warnings).toEqual([
      '1 product says something else under Track Inventory than none, by product or by option; its stock is not sent.',
    ]);
    await catalog.close();
  });

  it('says where a sale price is above the price, and sends it', async () => {
    const catalog = await openText(
      csv({ ...tee, 'Sale Price': '31', 'Retail Price': '' }),
      options,
    );
    expect(catalog.warnings).toEqual([
      '1 product has a sale price above the price, and costs that.',
    ]);
    await catalog.close();
  });

  it('leaves hidden products out, or hands them out as out of stock', async () => {
    const text = csv({ ...tee, 'Product Visible?': 'N' }, small);
    const catalog = await openText(text, options);
    expect(catalog.counts.skipped).toEqual([{ reason: 'hidden', products: 1 }]);
    await catalog.close();
    expect(await read(text, { includeUnpublished: true })).toMatchObject([
      { inStock: false, variants: [{ inStock: false }] },
    ]);
  });

  it.each([
    [[tee, { ...small, Price: '26' }], 'Price:3 is not the price of the product'],
    [
      [tee, small, { 'Item Type': 'Rule', 'Product Code/SKU': 'TEE-S', Price: '[FIXED]13.00' }],
      'Price:4 a rule changes a price',
    ],
    [
      [tee, small, { 'Item Type': 'Rule', 'Product Code/SKU': 'TEE-S', 'Allow Purchases?': 'N' }],
      'Allow Purchases?:4 a rule forbids a purchase',
    ],
    [[tee, { ...small, 'Product Name': 'Small' }], 'expected options such as [S]Size=M'],
    [[tee, { ...small, 'Product Name': '[CS]Colour=Red:#ff0000' }], 'expected options such as'],
    [[small], 'Item Type:2 this row stands below no product'],
    [[{ ...tee, 'Item Type': 'Bundle' }], 'expected Product, SKU or Rule, got "Bundle"'],
    [[{ ...tee, Price: '' }], 'Price:2 is required'],
    [[tee, small, { ...small, 'Product Code/SKU': 'X' }], 'is already on line 3'],
    [[tee, { ...tee, Price: '9.00' }], 'is that of the product on line 2 too'],
  ])('refuses what is not confirmed or cannot be right: %#', async (rows, message) => {
    const faults = (await read(csv(...rows))).flat().map(String);
    expect(faults.join('; ')).toContain(message);
  });
});
