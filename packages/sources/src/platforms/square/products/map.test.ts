import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'USD' };
const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');

const soap: Cells = {
  'Reference Handle': '#soap',
  Token: 'a',
  'Item Name': 'Soap',
  'Variation Name': 'Regular',
  Price: '$3.00',
};
const bar: Cells = { ...soap, Token: 'b', 'Variation Name': 'Bar', Price: '2.50' };
const here = 'Current Quantity Market Hall';
const there = 'Current Quantity Old Town';

describe('a Square item library', () => {
  it('adds up the stock of the locations that sell a variation and count it', async () => {
    const stockOf = async (cells: Cells) => {
      const [record] = await recordsOf(csv({ ...soap, ...cells }), options);
      const [variant] = record?.product?.variants ?? [];
      return [variant?.inStock, variant?.inventoryQuantity];
    };
    expect(await stockOf({ [here]: '2', [there]: '-1' })).toEqual([true, 1]);
    expect(await stockOf({ [here]: '2', [there]: '9', 'Enabled Old Town': 'N' })).toEqual([
      true,
      2,
    ]);
    expect(await stockOf({ [here]: '0' })).toEqual([false, 0]);
    expect(await stockOf({ [here]: '0.5' })).toEqual([true, 0]);
    expect(await stockOf({})).toEqual([true, undefined]);
    expect(await stockOf({ [here]: '0', Stockable: 'N' })).toEqual([true, undefined]);
    expect(await stockOf({ [here]: '5', Sellable: 'N' })).toEqual([false, 5]);
    expect(
      await stockOf({ [here]: '5', 'Enabled Market Hall': 'N', 'Enabled Old Town': 'N' }),
    ).toEqual([false, undefined]);
  });

  it('says nothing of stock where the file has no column for it', async () => {
    const text = 'Token,Item Name,Variation Name,Price\na,Soap,Regular,3\nb,Soap,Bar,variable';
    const [record] = await recordsOf(text, options);
    expect(record?.product).toEqual({
      productId: 'Soap',
      title: 'Soap',
      priceCents: 300,
      currency: 'USD',
      variants: [
        { variantId: 'a', title: 'Regular', priceCents: 300, options: [] },
        { variantId: 'b', title: 'Bar', options: [] },
      ],
    });
  });

  it('puts variations together by the name of their item, also where each has a handle', async () => {
    const [record] = await recordsOf(csv(soap, { ...bar, 'Reference Handle': '#bar' }), options);
    expect(record?.product).toMatchObject({ productId: '#soap', priceCents: 250 });
    expect(record?.product?.variants).toHaveLength(2);
  });

  it('has the name that customers see', async () => {
    const [record] = await recordsOf(
      csv({ ...soap, 'Customer-facing Name': 'Olive soap' }),
      options,
    );
    expect(record?.product).toMatchObject({ productId: '#soap', title: 'Olive soap' });
  });

  it('tells variations without a token apart by their names', async () => {
    const [record] = await recordsOf(csv({ ...soap, Token: '' }, { ...bar, Token: '' }), options);
    const ids = record?.product?.variants?.map(({ variantId }) => variantId);
    expect(ids).toEqual(['#soap#Regular', '#soap#Bar']);
  });

  it('leaves out and counts what is archived or not in the online shop', async () => {
    const visible = (text: string) => `${text},Square Online Item Visibility`;
    const [head = '', ...rows] = csv(
      { ...soap, Archived: 'Y' },
      { ...bar, 'Item Name': 'Brush' },
      { ...bar, Token: 'c', 'Item Name': 'Towel', 'Reference Handle': '#towel' },
    ).split('\n');
    const cells = ['visible', 'unavailable', 'visible'];
    const text = [visible(head), ...rows.map((row, at) => `${row},${cells[at] ?? ''}`)].join('\n');
    const catalog = await openText(text, options);
    expect(catalog.counts).toMatchObject({
      records: 1,
      skipped: [
        { reason: 'archived', products: 1 },
        { reason: 'hidden', products: 1 },
      ],
    });
    await catalog.close();
    const all = await recordsOf(text, { ...options, includeUnpublished: true });
    expect(all.map(({ product }) => product?.inStock)).toEqual([false, false, true]);
  });

  it('drops an archived variation of an item that is on sale', async () => {
    const [record] = await recordsOf(csv(soap, { ...bar, Archived: 'Y' }), options);
    expect(record?.product).toMatchObject({ priceCents: 300, variants: [{ variantId: 'a' }] });
  });

  it.each([
    [
      [soap, { ...soap, Token: 'c', 'Reference Handle': '#other' }],
      'another item or variation on line 2',
    ],
    [[soap, { ...bar, Token: 'a' }], '"a" is already on line 2'],
    [[{ ...soap, 'Item Name': '' }], 'is required'],
    [[{ ...soap, Price: 'ask' }], 'ask'],
    [[{ ...soap, [here]: 'some' }], 'expected a number, got "some"'],
    [[{ ...soap, 'Option Value 1': 'L' }], 'is required'],
  ])('refuses %j', async (rows: Cells[], message) => {
    const [record] = await recordsOf(csv(...rows), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
