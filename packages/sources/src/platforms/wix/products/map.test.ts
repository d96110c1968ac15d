import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'EUR' };
const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)].map((row) => row.join(',')).join('\n');

const mug: Cells = {
  handleId: 'a',
  fieldType: 'Product',
  name: 'Mug',
  price: '10.0',
  visible: 'true',
};
const size: Cells = { handleId: 'a', fieldType: 'Variant', productOptionDescription1: 'S' };

describe('a Wix table', () => {
  it('adds the surcharge of a variant to the price, also where it is negative', async () => {
    const [record] = await recordsOf(
      csv(
        { ...mug, productOptionName1: 'Size', discountMode: 'PERCENT', discountValue: '20.0' },
        { ...size, surcharge: '-2.5', sku: 'S1' },
        { ...size, surcharge: '0.01', productOptionDescription1: 'L' },
      ),
      options,
    );
    expect(record?.product).toMatchObject({
      priceCents: 600,
      compareAtPriceCents: 750,
      variants: [
        { variantId: 'S1', priceCents: 600, compareAtPriceCents: 750 },
        { variantId: 'a#L', priceCents: 801, compareAtPriceCents: 1001 },
      ],
    });
  });

  it.each([
    ['InStock', true],
    ['OutOfStock', false],
    ['3', true],
    ['0', false],
    ['', undefined],
  ])('whose inventory is "%s" is in stock: %s', async (inventory, inStock) => {
    const [record] = await recordsOf(csv({ ...mug, inventory }), options);
    expect(record?.product?.inStock).toBe(inStock);
  });

  it('is left out and counted while it is hidden', async () => {
    const catalog = await openText(csv({ ...mug, visible: 'false' }), options);
    expect(catalog.counts).toMatchObject({
      records: 0,
      skipped: [{ reason: 'hidden', products: 1 }],
    });
    await catalog.close();
  });

  it('takes a discount of an amount off each price', async () => {
    const cells = { ...mug, discountMode: 'AMOUNT', discountValue: '2.5' };
    const [whole] = await recordsOf(csv(cells), options);
    expect(whole?.product).toMatchObject({ priceCents: 750, compareAtPriceCents: 1000 });
    const sized = csv({ ...cells, productOptionName1: 'Size' }, { ...size, surcharge: '3' });
    const [record] = await recordsOf(sized, options);
    expect(record?.product?.variants).toMatchObject([
      { priceCents: 1050, compareAtPriceCents: 1300 },
    ]);
    const [free] = await recordsOf(csv({ ...cells, discountValue: '12' }), options);
    expect(free?.product).toMatchObject({ priceCents: 0, compareAtPriceCents: 1000 });
  });

  it.each([
    [
      [{ ...mug, discountMode: 'HALF', discountValue: '5.0' }],
      'expected PERCENT or AMOUNT, got "HALF"',
    ],
    [
      [{ ...mug, discountMode: 'PERCENT', discountValue: '120' }],
      'expected a number up to 100, got "120"',
    ],
    [[mug, { ...size, surcharge: '-20' }], 'makes the price negative'],
    [[mug, size], 'is required on the row of the product, because "S" is its value'],
    [[size], 'no row of the input is the product itself'],
    [[mug, { ...mug, price: '11.0' }], 'is that of the product on line 2 too'],
    [[{ ...mug, fieldType: 'Bundle' }], 'expected Product or Variant, got "Bundle"'],
    [[{ ...mug, productOptionName1: 'Size' }, size, { ...size, inventory: '7' }], '"S" is already'],
    [[{ ...mug, inventory: 'some' }], 'expected a whole number, got "some"'],
  ])('refuses %j', async (rows: Cells[], message) => {
    const [record] = await recordsOf(csv(...rows), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(
      message.replace('"S" is already', '"a#S" is already on line 3'),
    );
  });
});
