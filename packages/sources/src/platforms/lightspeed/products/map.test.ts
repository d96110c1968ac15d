import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'NZD' };
const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)].map((row) => row.join(',')).join('\n');

const shirt: Cells = {
  id: '1',
  handle: 'shirt',
  sku: 'A',
  name: 'Shirt',
  retail_price: '20',
  variant_option_one_name: 'Size',
  variant_option_one_value: 'S',
  inventory_Main_Outlet: '2',
};
const medium: Cells = { ...shirt, id: '2', sku: 'B', variant_option_one_value: 'M' };

describe('a Lightspeed table', () => {
  it('adds up the outlets, sells what nobody counts, and leaves a file without outlets alone', async () => {
    const [record] = await recordsOf(
      csv(
        { ...shirt, inventory_Old_Town: '3' },
        { ...medium, inventory_Main_Outlet: '-4' },
        { ...shirt, id: '3', sku: 'C', track_inventory: '0', variant_option_one_value: 'L' },
        { ...shirt, id: '4', sku: 'D', inventory_Main_Outlet: '', variant_option_one_value: 'XL' },
      ),
      options,
    );
    const stock = record?.product?.variants?.map((one) => [one.inStock, one.inventoryQuantity]);
    expect(stock).toEqual([
      [true, 5],
      [false, -4],
      [true, undefined],
      [undefined, undefined],
    ]);
  });

  it('makes a product without options one without variants', async () => {
    const mug = { ...shirt, variant_option_one_name: '', variant_option_one_value: '' };
    const [record] = await recordsOf(csv(mug), options);
    expect(record?.product).toEqual({
      productId: 'shirt',
      title: 'Shirt',
      priceCents: 2000,
      currency: 'NZD',
      inStock: true,
      variants: [],
    });
  });

  it('leaves out what is not sold any more, and keeps an inactive variant out of stock', async () => {
    const catalog = await openText(
      csv(shirt, { ...medium, active: '0' }, { ...shirt, handle: 'cap', id: '9', active: '0' }),
      options,
    );
    expect(catalog.counts.skipped).toEqual([{ reason: 'inactive', products: 1 }]);
    await catalog.close();
    const [record] = await recordsOf(csv(shirt, { ...medium, active: '0' }), options);
    expect(record?.product?.variants?.map(({ inStock }) => inStock)).toEqual([true, false]);
  });

  it('passes over the parts of a composite', async () => {
    const part = {
      handle: 'shirt',
      composite_name: 'Button',
      composite_sku: 'X',
      composite_quantity: '2',
    };
    const catalog = await openText(csv(shirt, part), options);
    expect(catalog.counts).toMatchObject({ products: 1, variants: 1 });
    expect(catalog.warnings).toEqual(['1 row of composite parts was passed over.']);
    await catalog.close();
  });

  it.each<[Cells, string]>([
    [{ ...medium, inventory_Main_Outlet: 'some' }, 'expected a number, got "some"'],
    [{ ...medium, retail_price: 'cheap' }, '"cheap" is not an amount'],
    [{ ...medium, id: '1' }, '"1" is already on line 2'],
    [{ ...medium, active: 'maybe' }, 'expected true, false'],
  ])('refuses %j', async (row, message) => {
    const [record] = await recordsOf(csv(shirt, row), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
