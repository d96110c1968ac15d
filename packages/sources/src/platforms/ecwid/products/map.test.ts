import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'EUR' };
const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)].map((row) => row.join(',')).join('\n');

const lamp: Cells = {
  type: 'product',
  product_internal_id: '1',
  product_sku: 'LAMP',
  product_name: 'Lamp',
  product_price: '20',
  product_is_inventory_tracked: 'true',
  product_quantity: '3',
};
const red: Cells = {
  type: 'product_variation',
  product_internal_id: '1',
  product_sku: 'LAMP',
  product_variation_option_Colour: 'Red',
};
const blue: Cells = { ...red, product_variation_option_Colour: 'Blue' };

const stockOf = async (...rows: Cells[]) => {
  const [record] = await recordsOf(csv(...rows), options);
  const { inStock, variants = [] } = record?.product ?? {};
  return [inStock, ...variants.map((one) => [one.inStock, one.inventoryQuantity])];
};

describe('an Ecwid table', () => {
  it('counts stock where it is tracked, and sells on what is not or can be ordered before', async () => {
    expect(await stockOf(lamp)).toEqual([true]);
    expect(await stockOf({ ...lamp, product_quantity: '0' })).toEqual([false]);
    expect(await stockOf({ ...lamp, product_quantity: '' })).toEqual([true]);
    const untracked = { product_is_inventory_tracked: 'false', product_quantity: '0' };
    expect(await stockOf({ ...lamp, ...untracked })).toEqual([true]);
    const preorder = { product_quantity_out_of_stock_behaviour: 'ALLOW_PREORDER' };
    expect(await stockOf({ ...lamp, product_quantity: '0', ...preorder })).toEqual([true]);
    expect(
      await stockOf(
        { ...lamp, product_quantity: '0' },
        { ...red, product_variation_quantity: '4' },
        { ...blue, product_quantity: '0' },
        { ...blue, product_variation_option_Colour: 'Green', ...untracked },
        { ...blue, product_variation_option_Colour: 'Grey' },
      ),
    ).toEqual([true, [true, 4], [false, 0], [true, undefined], [false, undefined]]);
  });

  it('says nothing of stock where the file has no column for it', async () => {
    const [record] = await recordsOf(
      'type,product_sku,product_name,product_price\nproduct,A,Lamp,20',
      options,
    );
    expect(record?.product).toEqual({
      productId: 'A',
      title: 'Lamp',
      priceCents: 2000,
      currency: 'EUR',
      variants: [],
    });
  });

  it('takes the price of a variation, else that of its product, and only higher ones as compare-at', async () => {
    const [record] = await recordsOf(
      csv(
        { ...lamp, product_compare_to_price: '25' },
        { ...red, product_variation_price: '30' },
        { ...blue, product_price: '22.5' },
        { ...blue, product_variation_option_Colour: 'Green' },
      ),
      options,
    );
    expect(record?.product).toMatchObject({ priceCents: 2000, compareAtPriceCents: 2500 });
    const prices = record?.product?.variants?.map((one) => [
      one.priceCents,
      one.compareAtPriceCents,
    ]);
    expect(prices).toEqual([
      [3000, undefined],
      [2250, 2500],
      [2000, 2500],
    ]);
  });

  it('names variations by SKUs that are unique, else by their options', async () => {
    const sku = { product_variation_sku: 'X' };
    const [record, other] = await recordsOf(
      csv(
        lamp,
        { ...red, product_variation_sku: 'R' },
        { ...blue, ...sku },
        { ...lamp, product_internal_id: '2' },
        { ...red, ...sku, product_internal_id: '2' },
      ),
      options,
    );
    const ids = [record, other].map((one) => one?.product?.variants?.map((v) => v.variantId));
    expect(ids).toEqual([['R', '1#Blue'], ['2#Red']]);
  });

  it('leaves out and counts what is not available and categories', async () => {
    const catalog = await openText(
      csv(
        { type: 'category', category_path: 'Light' },
        { type: 'category', category_path: 'Dark' },
        { ...lamp, product_is_available: 'false' },
        { ...lamp, product_internal_id: '2' },
        { ...red, product_internal_id: '2', type: 'product_option' },
        { ...red, product_internal_id: '2', type: 'product_file' },
      ),
      options,
    );
    expect(catalog.counts).toMatchObject({
      records: 1,
      variants: 0,
      skipped: [
        { reason: 'category', products: 2 },
        { reason: 'hidden', products: 1 },
      ],
    });
    await catalog.close();
  });

  it.each([
    [[red], 'no row of the input is the product itself'],
    [[lamp, { ...lamp, product_name: 'Other' }], 'is that of the product on line 2 too'],
    [[lamp, { ...red, type: 'bundle' }], 'got "bundle"'],
    [[lamp, red, { ...red, product_price: '9' }], '"1#Red" is already on line 3'],
    [[{ ...lamp, product_name: '' }], 'is required'],
    [[{ ...lamp, product_internal_id: '', product_sku: '' }], 'is required'],
    [[{ ...lamp, product_quantity: 'many' }], 'expected a whole number, got "many"'],
  ])('refuses %j', async (rows: Cells[], message) => {
    const [record] = await recordsOf(csv(...rows), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
