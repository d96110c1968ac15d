import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { blue, header, kite, red, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'USD' };
const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');

describe('a BigCommerce v3 table', () => {
  it('gives a variant without a price that of its product with its sale, another price stands alone', async () => {
    const [record] = await recordsOf(csv(kite, red, blue), options);
    const prices = record?.product?.variants?.map((one) => [
      one.variantId,
      one.priceCents,
      one.compareAtPriceCents,
    ]);
    expect(prices).toEqual([
      ['911', 3500, 4000],
      ['912', 5250, undefined],
    ]);
    expect(record?.product).toMatchObject({ priceCents: 3500, compareAtPriceCents: 4000 });
  });

  it('counts stock by variant, by product or not at all', async () => {
    const stockOf = async (tracking: string, level = '2') => {
      const product = { ...kite, 'Inventory Tracking': tracking, 'Current Stock': level };
      const [record] = await recordsOf(csv(product, red, blue), options);
      const { inStock, variants = [] } = record?.product ?? {};
      return [inStock, ...variants.map((one) => [one.inStock, one.inventoryQuantity])];
    };
    expect(await stockOf('variant')).toEqual([true, [true, 4], [false, 0]]);
    expect(await stockOf('product')).toEqual([true, [true, undefined], [true, undefined]]);
    expect(await stockOf('product', '0')).toEqual([false, [false, undefined], [false, undefined]]);
    expect(await stockOf('none', '0')).toEqual([true, [true, undefined], [true, undefined]]);
    expect(await stockOf('')).toEqual([undefined, [undefined, undefined], [undefined, undefined]]);
  });

  it('takes a single variant without options for the product itself', async () => {
    const lone = { ...red, Options: '', Price: '41' };
    const [record] = await recordsOf(csv(kite, lone), options);
    expect(record?.product).toMatchObject({ priceCents: 4100, inStock: true, variants: [] });
  });

  it('reads a file with nothing but products', async () => {
    const text =
      'Item,ID,Name,Price,Inventory Tracking\nProduct,1,Kite,40,none\nProduct,2,Tail,5,none';
    const records = await recordsOf(text, options);
    expect(records.map(({ product }) => product)).toMatchObject([
      { productId: '1', priceCents: 4000, inStock: true },
      { productId: '2', priceCents: 500, inStock: true },
    ]);
  });

  it('leaves out and counts what is hidden', async () => {
    const catalog = await openText(csv({ ...kite, 'Is Visible': 'FALSE' }, red), options);
    expect(catalog.counts).toMatchObject({
      records: 0,
      skipped: [{ reason: 'hidden', products: 1 }],
    });
    await catalog.close();
  });

  it.each([
    [[red], 'this row stands below no product'],
    [[kite, { ...kite, Name: 'Other' }], 'is that of the product on line 2 too'],
    [[kite, red, { ...blue, ID: '911' }], '"911" is already on line 3'],
    [
      [kite, { ...red, Options: 'Size: M' }],
      'expected options such as Type=Dropdown|Name=Size|Value=M',
    ],
    [[kite, { ...red, Options: 'Type=Swatch|Name=Colour|Value=Red[#ff0000]' }], 'expected options'],
    [[{ ...kite, 'Inventory Tracking': 'some' }], 'expected none, product or variant, got "some"'],
    [[{ ...kite, Price: '' }], 'is required'],
    [[{ ...kite, Name: '' }], 'is required'],
  ])('refuses %j', async (rows: Cells[], message) => {
    const [record] = await recordsOf(csv(...rows), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
