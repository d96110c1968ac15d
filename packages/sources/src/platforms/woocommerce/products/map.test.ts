import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, rowOf } from './fixtures/sample.ts';
import { allOf } from '../../../conformance/suite.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'EUR', now: () => Date.parse('2026-02-25T12:00:00Z') };

const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

const mug: Cells = {
  ID: '1',
  Type: 'simple',
  SKU: 'mug',
  Name: 'Mug',
  Published: '1',
  'In stock?': '1',
  'Regular price': '10',
};
const mug2: Cells = { ...mug, ID: '9', SKU: 'mug-2' };
const variation: Cells = { ...mug, ID: '2', Type: 'variation', SKU: '', Name: '', Parent: 'mug' };

describe('a WooCommerce table', () => {
  it('of chosen columns is read without Published, which a warning says', async () => {
    const catalog = await openText('ID,Type,Name,Regular price\n1,simple,Mug,10\n', options);
    expect(catalog.source.name).toBe('woocommerce');
    expect(catalog.warnings).toEqual([
      'The file has no column Published: drafts and private ones among 1 product cannot be told apart and are sent. Export that column too.',
    ]);
    const [record] = await allOf(catalog.records());
    expect(record?.product).toMatchObject({ productId: '1', priceCents: 1000 });
    await catalog.close();
    const withoutType = openText('ID,Name,Regular price\n1,Mug,10\n', options);
    await expect(withoutType).rejects.toThrow();
  });

  it.each([
    ['a blank Type', 'Type,'],
    ['no column Type', ''],
    ['Types under a heading that is missing', ' ,'],
  ])('with %s has variations where a row has a parent', async (_, type) => {
    const blank = type === '' ? '' : ',';
    const text = [
      `${type}SKU,Name,Published,Regular price,Parent`,
      `${blank}mug,Mug,1,10,`,
      `${blank}tee,Tee,1,,0`,
      `${blank}tee-s,Tee S,1,19,tee`,
      `${blank}tee-m,Tee M,1,21,tee`,
    ].join('\n');
    const catalog = await openText(text, options);
    const records = await allOf(catalog.records());
    expect([catalog.source.name, catalog.warnings]).toEqual(['woocommerce', []]);
    expect(records.map(({ product }) => product)).toMatchObject([
      { productId: 'mug', priceCents: 1000, variants: [] },
      {
        productId: 'tee',
        priceCents: 1900,
        variants: [{ variantId: 'tee-s' }, { variantId: 'tee-m', priceCents: 2100 }],
      },
    ]);
    await catalog.close();
  });

  it('finds the parent of a variation by SKU or id, before or after it', async () => {
    const [record] = await recordsOf(
      csv(
        { ...variation, ID: '3', Parent: 'id:1', 'Regular price': '8' },
        { ...mug, Type: 'variable', 'Regular price': '' },
        { ...variation, 'Regular price': '9' },
      ),
      options,
    );
    expect(record?.product).toMatchObject({
      productId: '1',
      priceCents: 800,
      compareAtPriceCents: null,
      variants: [{ variantId: '3', title: 'Mug' }, { variantId: '2' }],
    });
  });

  it('goes by the SKU where no row has an ID, with the column or without it', async () => {
    const rows = [
      { ...mug, ID: '' },
      { ...mug, ID: '', Type: 'variable', SKU: 'tee', 'Regular price': '' },
      { ...variation, ID: '', SKU: 'tee-s', Parent: 'tee', 'Regular price': '9' },
    ];
    const whole = csv(...rows);
    const products = [
      { productId: 'mug', priceCents: 1000 },
      { productId: 'tee', priceCents: 900, variants: [{ variantId: 'tee-s', sku: 'tee-s' }] },
    ];
    for (const text of [whole, whole.replace(/^"(ID)?",/gm, '')]) {
      const records = await recordsOf(text, options);
      expect(records.map(({ product }) => product)).toMatchObject(products);
    }
  });

  it.each([
    [{ Published: '0' }, 'private'],
    [{ Published: '-1' }, 'draft'],
    [{ Published: '2' }, 'pending'],
  ])('leaves out %j as %s', async (cells, reason) => {
    const catalog = await openText(csv({ ...mug, ...cells }), options);
    expect(catalog.counts.skipped).toEqual([{ reason, products: 1 }]);
    await catalog.close();
  });

  it('offers a variation that is switched off as out of stock', async () => {
    const [record] = await recordsOf(
      csv({ ...mug, Type: 'variable' }, { ...variation, Published: '0' }),
      options,
    );
    expect(record?.product).toMatchObject({ inStock: false, variants: [{ inStock: false }] });
  });

  it.each([
    [
      { ...variation, Parent: 'nobody' },
      'no row of the input is "nobody", the parent of this variation',
    ],
    [{ ...variation, Parent: '' }, 'is required on a variation'],
    [
      { ...mug, 'Regular price': '1,234' },
      '"1,234" is ambiguous (1234 or 1.234): write 1234, or at most 2 decimals for EUR (or pass decimal for the whole input)',
    ],
    [{ ...mug, Stock: 'many' }, 'expected a whole number, got "many"'],
    [{ ...mug, Published: 'x' }, 'expected 1, 0, -1 or 2, got "x"'],
    [{ ...mug, 'Sale price': '5', 'Date sale price ends': 'soon' }, 'expected a date, got "soon"'],
  ])('refuses %j', async (cells, message) => {
    const [record] = await recordsOf(csv(cells), options);
    expect(record?.faults.map((fault) => fault.message)).toEqual([message]);
  });

  it('reads decimal commas where it is told that they are', async () => {
    const [record] = await recordsOf(csv({ ...mug, 'Regular price': '1.234,50' }), {
      ...options,
      decimal: ',',
    });
    expect(record?.product?.priceCents).toBe(123450);
  });

  it('refuses two products with one SKU', async () => {
    const [record] = await recordsOf(csv(mug, { ...mug, ID: '2' }), options);
    expect(record?.faults).toMatchObject([
      { line: 3, message: 'is that of the product on line 2 too' },
    ]);
  });

  it.each(['grouped', 'external'])(
    'is sent without a price where it has none, being %s, and that is said',
    async (Type) => {
      const catalog = await openText(csv({ ...mug, Type, 'Regular price': '' }, mug2), options);
      const [record] = await allOf(catalog.records());
      expect(record?.product).toMatchObject({ productId: '1', inStock: true });
      expect(record?.product).not.toHaveProperty('priceCents');
      expect(catalog.warnings).toEqual([
        '1 product has no price in the file, as groups and bundles have none; it is sent without one.',
      ]);
      await catalog.close();
    },
  );

  it('keeps the stored variations where none is in the input, and says so', async () => {
    const catalog = await openText(csv({ ...mug, Type: 'variable', 'Regular price': '' }), options);
    const [record] = await allOf(catalog.records());
    expect(record?.product).toEqual({ productId: '1', title: 'Mug' });
    expect(catalog.warnings).toEqual([
      '1 product has variations, and none of them is in the input; the stored ones are kept.',
    ]);
    await catalog.close();
  });

  it('says so where a plugin has added a type', async () => {
    const catalog = await openText(csv({ ...mug, Type: 'subscription' }), options);
    expect(catalog.warnings).toEqual([
      '1 product is of a type that a plugin adds; it is read like simple and variable ones.',
    ]);
    await catalog.close();
  });
});
