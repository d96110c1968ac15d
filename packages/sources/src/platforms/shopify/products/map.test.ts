import { describe, expect, it } from 'vitest';
import type { CatalogOptions } from '../../../kinds/products/catalog.ts';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { oldHeader, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

function csv(rows: readonly Cells[], header: readonly string[] = oldHeader): string {
  const lines = rows.map((cells) =>
    rowOf(header, cells)
      .map((cell) => `"${cell}"`)
      .join(','),
  );
  return [header.join(','), ...lines].join('\n');
}

const options: CatalogOptions = { currency: 'EUR' };

const lamp: Cells = {
  Handle: 'lamp',
  Title: 'Lamp',
  Published: 'true',
  'Option1 Name': 'Colour',
  'Option1 Value': 'Red',
  'Variant Price': '49.90',
};

async function only(cells: Cells | readonly Cells[], more: CatalogOptions = {}, header?: string[]) {
  const rows = Array.isArray(cells) ? (cells as readonly Cells[]) : [cells as Cells];
  const [record, ...others] = await recordsOf(csv(rows, header), { ...options, ...more });
  expect(others).toEqual([]);
  if (record === undefined) throw new Error('no record');
  return record;
}

describe('a Shopify product', () => {
  it('takes names from its first row and variants from every row with a price or an option', async () => {
    const { product } = await only([
      {
        ...lamp,
        'Body (HTML)': '<p>Warm &amp; <b>bright</b></p>',
        'Image Src': 'https://x/2',
        'Image Position': '2',
      },
      {
        Handle: 'lamp',
        'Option1 Value': 'Blue',
        'Variant Price': '44',
        'Variant Compare At Price': '60',
        'Variant Image': 'https://x/blue',
      },
      { Handle: 'lamp', 'Image Src': 'https://x/1', 'Image Position': '1' },
    ]);
    expect(product).toEqual({
      productId: 'lamp',
      title: 'Lamp',
      description: 'Warm & bright',
      imageUrl: 'https://x/1',
      priceCents: 4400,
      compareAtPriceCents: 6000,
      currency: 'EUR',
      inStock: true,
      variants: [
        {
          variantId: 'lamp#Red',
          title: 'Red',
          priceCents: 4990,
          inStock: true,
          options: [{ name: 'Colour', value: 'Red' }],
        },
        {
          variantId: 'lamp#Blue',
          title: 'Blue',
          priceCents: 4400,
          compareAtPriceCents: 6000,
          imageUrl: 'https://x/blue',
          inStock: true,
          options: [{ name: 'Colour', value: 'Blue' }],
        },
      ],
    });
  });

  it('has no options where it is Default Title, and its variant is called like it', async () => {
    const { product } = await only({
      ...lamp,
      'Option1 Name': 'Title',
      'Option1 Value': 'Default Title',
    });
    expect(product?.variants).toMatchObject([
      { variantId: 'lamp#Default Title', title: 'Lamp', options: [] },
    ]);
  });

  it('names a variant by its SKU only where no other row of the input has it', async () => {
    const rows = [
      { ...lamp, 'Variant SKU': 'A' },
      { Handle: 'lamp', 'Option1 Value': 'Blue', 'Variant Price': '1', 'Variant SKU': 'B' },
      { ...lamp, Handle: 'desk', 'Variant SKU': 'B' },
    ];
    const ids = (await recordsOf(csv(rows), options)).flatMap(({ product }) =>
      product?.variants?.map(({ variantId }) => variantId),
    );
    expect(ids).toEqual(['A', 'lamp#Blue', 'desk#Red']);
  });

  it.each([
    ["'30235", '30235'],
    ["'=1", '=1'],
    ["'A1", "'A1"],
    ["''1", "''1"],
  ])('reads the SKU %s as %s', async (written, read) => {
    const { product } = await only({ ...lamp, 'Variant SKU': written });
    expect(product?.variants?.[0]?.sku).toBe(read);
  });

  it.each([
    ["'-30°", '-30°'],
    ["'70s", "'70s"],
  ])('reads the option value %s as %s', async (written, read) => {
    const { product } = await only({ ...lamp, 'Option1 Value': written });
    expect(product?.variants?.[0]?.title).toBe(read);
  });

  it.each([
    ['nobody counts', { 'Variant Inventory Qty': '-5' }, true, undefined],
    [
      'there is some',
      { 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Qty': '2' },
      true,
      2,
    ],
    [
      'there is none',
      { 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Qty': '-2' },
      false,
      -2,
    ],
    [
      'it sells on',
      {
        'Variant Inventory Tracker': 'shopify',
        'Variant Inventory Qty': '0',
        'Variant Inventory Policy': 'CONTINUE',
      },
      true,
      0,
    ],
    ['the number is missing', { 'Variant Inventory Tracker': 'shopify' }, undefined, undefined],
  ])('is in stock or not when %s', async (_, cells, inStock, quantity) => {
    const { product } = await only({ ...lamp, ...cells });
    expect(product?.inStock).toBe(inStock);
    expect(product?.variants?.[0]?.inStock).toBe(inStock);
    expect(product?.variants?.[0]?.inventoryQuantity).toBe(quantity);
  });

  it('drops a compare-at price that is not a discount, and says how many', async () => {
    const text = csv([{ ...lamp, 'Variant Compare At Price': '49.90' }]);
    const catalog = await openText(text, options);
    expect(catalog.warnings).toEqual(['1 compare-at price not above the price was dropped.']);
    await catalog.close();
    const { product } = await only({ ...lamp, 'Variant Compare At Price': '49.90' });
    expect(product?.compareAtPriceCents).toBeNull();
    expect(product?.variants?.[0]).not.toHaveProperty('compareAtPriceCents');
  });

  it('is left out and counted while it is not on sale', async () => {
    const rows = [
      { ...lamp, Published: 'FALSE' },
      { ...lamp, Handle: 'b', Status: 'Draft' },
      { ...lamp, Handle: 'c', Status: 'ARCHIVED' },
      { ...lamp, Handle: 'd', Status: 'Active' },
    ];
    const catalog = await openText(csv(rows), options);
    expect(catalog.counts).toEqual({
      rows: 4,
      products: 4,
      variants: 4,
      records: 1,
      rejected: 0,
      skipped: [
        { reason: 'unpublished', products: 1 },
        { reason: 'draft', products: 1 },
        { reason: 'archived', products: 1 },
      ],
    });
    await catalog.close();
  });

  it('may write its status in any case; one that nobody knows is active, and that is said', async () => {
    const statuses = ['Active', 'ARCHIVED', 'Draft', 'Unlisted', ''];
    const rows = statuses.map((Status, at) => ({ ...lamp, Handle: `lamp-${String(at)}`, Status }));
    const catalog = await openText(csv(rows), options);
    expect(catalog.counts).toMatchObject({
      records: 3,
      skipped: [
        { reason: 'archived', products: 1 },
        { reason: 'draft', products: 1 },
      ],
    });
    expect(catalog.warnings).toEqual([
      '1 product has a status other than active, draft and archived; it is taken for active.',
    ]);
    await catalog.close();
  });

  it('is kept where it is a gift card, and that is said', async () => {
    const catalog = await openText(csv([{ ...lamp, 'Gift Card': 'TRUE' }]), options);
    expect(catalog.counts.records).toBe(1);
    expect(catalog.warnings).toEqual(['1 product is a gift card; it is kept.']);
    await catalog.close();
  });

  it('is out of stock where unpublished products are included', async () => {
    const { product } = await only({ ...lamp, Published: 'false' }, { includeUnpublished: true });
    expect(product).toMatchObject({ inStock: false, variants: [{ inStock: false }] });
  });

  it('has a page where the address of the shop is known', async () => {
    const { product } = await only(
      { ...lamp, Handle: 'über' },
      { storeUrl: 'https://shop.example/' },
    );
    expect(product?.url).toBe('https://shop.example/products/%C3%BCber');
  });

  it('takes its id from another column when told to', async () => {
    const { product } = await only({ ...lamp, Vendor: '7001' }, { idFrom: 'vendor' });
    expect(product).toMatchObject({ productId: '7001', variants: [{ variantId: 'lamp#Red' }] });
  });

  it('reads the new header, and a mixture of both', async () => {
    const header = [
      'Title',
      'URL handle',
      'Description',
      'Variant SKU',
      'Option1 name',
      'Option1 value',
      'Price',
      'Price / International',
      'Inventory tracker',
      'Inventory quantity',
      'Continue selling when out of stock',
    ];
    const { product } = await only(
      {
        'URL handle': 'lamp',
        Title: 'Lamp',
        Description: 'Plain',
        'Variant SKU': 'L',
        'Option1 name': 'Colour',
        'Option1 value': 'Red',
        Price: '5',
        'Price / International': '9',
        'Inventory tracker': 'shopify',
        'Inventory quantity': '1',
        'Continue selling when out of stock': 'FALSE',
      },
      {},
      header,
    );
    expect(product).toEqual({
      productId: 'lamp',
      title: 'Lamp',
      description: 'Plain',
      priceCents: 500,
      currency: 'EUR',
      inStock: true,
      variants: [
        {
          variantId: 'L',
          title: 'Red',
          sku: 'L',
          priceCents: 500,
          inStock: true,
          inventoryQuantity: 1,
          options: [{ name: 'Colour', value: 'Red' }],
        },
      ],
    });
  });

  it('names column, line and value of a fault', async () => {
    const { faults } = await only([
      lamp,
      { Handle: 'lamp', 'Option1 Value': 'Blue', 'Variant Price': '1,234' },
    ]);
    expect(faults).toMatchObject([
      { path: 'Variant Price', line: 3, column: 'Variant Price', value: '1,234' },
    ]);
  });

  it('is refused where two variants have the same options', async () => {
    const { faults } = await only([
      lamp,
      { Handle: 'lamp', 'Option1 Value': 'Red', 'Variant Price': '1' },
    ]);
    expect(faults).toMatchObject([
      { line: 3, message: 'has the same option values as the variant on line 2' },
    ]);
  });

  it('cannot be read without a currency', async () => {
    await expect(openText(csv([lamp]))).rejects.toThrow(
      /stdin, line 2, column "Variant Price": .*currency/,
    );
  });
});
