import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, rowOf } from './fixtures/sample.ts';
import { allOf } from '../../../conformance/suite.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'USD' };
const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

const bag: Cells = {
  sku: 'bag',
  product_type: 'simple',
  name: 'Bag',
  price: '36',
  product_online: '1',
  is_in_stock: '1',
};
const part: Cells = { ...bag, visibility: 'Not Visible Individually' };
const top: Cells = {
  ...bag,
  sku: 'top',
  product_type: 'configurable',
  name: 'Top',
  price: '',
  configurable_variations: 'sku=a,size=S|sku=b,size=S',
};

describe('a Magento table', () => {
  it('sends a bundle that has no price of its own without one, and says so', async () => {
    const kit = { ...bag, sku: 'kit', product_type: 'bundle', name: 'Kit', price: '' };
    const catalog = await openText(csv(bag, kit), options);
    const [, record] = await allOf(catalog.records());
    expect(record).toMatchObject({ product: { productId: 'kit', title: 'Kit' } });
    expect(record?.product).not.toHaveProperty('priceCents');
    expect(catalog.warnings).toEqual([
      '1 product has no price in the file, as groups and bundles have none; it is sent without one.',
    ]);
    await catalog.close();
  });

  it('puts a configurable product together out of rows that only it names', async () => {
    const catalog = await openText(
      csv(
        { ...part, sku: 'a', name: 'Top-S-Green' },
        bag,
        { ...part, sku: 'b', name: 'Top-S-Red', price: '30' },
        top,
      ),
      options,
    );
    const records = [];
    for await (const record of catalog.records()) records.push(record);
    expect(catalog.warnings).toEqual([]);
    expect(catalog.counts).toMatchObject({
      rows: 4,
      products: 2,
      variants: 2,
      records: 2,
      skipped: [],
    });
    expect(records[1]).toMatchObject({
      key: 'top',
      product: {
        priceCents: 3000,
        variants: [
          { variantId: 'a', title: 'Top-S-Green', options: [{ name: 'size', value: 'S' }] },
          { variantId: 'b', title: 'Top-S-Red' },
        ],
      },
    });
    await catalog.close();
  });

  it('passes over rows of store views, and says how many', async () => {
    const catalog = await openText(
      csv(bag, { sku: 'bag', store_view_code: 'de', name: 'Tasche' }),
      options,
    );
    const [record] = await recordsOf(
      csv(bag, { sku: 'bag', store_view_code: 'de', name: 'Tasche' }),
      options,
    );
    expect(record?.product?.title).toBe('Bag');
    expect(catalog.warnings).toEqual([
      '1 row of single store views was passed over; the values for all views are taken.',
    ]);
    await catalog.close();
  });

  it('leaves out what is disabled, and what is part of nothing', async () => {
    const catalog = await openText(csv(part, { ...bag, sku: 'off', product_online: '2' }), options);
    expect(catalog.counts.skipped).toEqual([
      { reason: 'not visible', products: 1 },
      { reason: 'disabled', products: 1 },
    ]);
    await catalog.close();
  });

  it('counts only what the shop counts in whole numbers', async () => {
    const quantities = [
      { qty: '5.0000', use_config_manage_stock: '1', manage_stock: '0' },
      { qty: '5', use_config_manage_stock: '0', manage_stock: '0' },
      { qty: '2.5000' },
      { qty: '-3' },
    ].map(async (cells) => {
      const one = { ...top, configurable_variations: 'sku=a' };
      const [record] = await recordsOf(csv({ ...part, ...cells, sku: 'a' }, one), options);
      return record?.product?.variants?.[0]?.inventoryQuantity;
    });
    expect(await Promise.all(quantities)).toEqual([5, undefined, undefined, -3]);
  });

  it('does not take a path inside the shop for an address', async () => {
    const catalog = await openText(csv({ ...bag, base_image: '/m/b/mb01.jpg' }), options);
    expect(catalog.warnings).toEqual([
      '1 product has an image without an address, only a path inside the shop; it is not sent.',
    ]);
    await catalog.close();
  });

  it.each([
    [
      [top, { ...part, sku: 'a' }],
      '"b" is a variation, and no row of the input, or another product\'s',
    ],
    [
      [{ ...bag, store_view_code: 'de' }],
      'every row of this product is of a store view, none is the product itself',
    ],
    [[bag, { ...bag, price: '37' }], 'is that of the row on line 2 too'],
    [[{ ...bag, product_online: 'yes' }], 'expected 1 or 2, got "yes"'],
    [
      [{ ...bag, special_price: '5', special_price_to_date: '13/45/16' }],
      'expected a date, got "13/45/16"',
    ],
    [[{ ...bag, sku: '4.05E+12' }], 'is what a spreadsheet made of a long number'],
  ])('refuses %j', async (rows: Cells[], message) => {
    const [record] = await recordsOf(csv(...rows), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
