import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { header, rowOf } from './fixtures/sample.ts';

type Cells = Readonly<Record<string, string>>;

const options = { currency: 'USD' };
const csv = (...rows: readonly Cells[]) =>
  [header, ...rows.map(rowOf)].map((row) => row.join(',')).join('\n');

const vase: Cells = {
  id: 'p',
  variant: 'v',
  slug: 'vase',
  Title: 'Vase',
  Price: '10.00',
  'On Sale': 'No',
  Stock: '1',
};
const large: Cells = {
  variant: 'w',
  'Option Name 1': 'Size',
  'Option Value 1': 'L',
  Price: '12.00',
  Stock: 'Unlimited',
};

describe('a Squarespace table', () => {
  it('rejects a service without a title, and nothing else with it', async () => {
    const records = await recordsOf(
      csv({ ...vase, Title: '' }, { ...vase, id: 'q', variant: 'x' }),
      options,
    );
    expect(records.map(({ key, product }) => [key, product?.title])).toEqual([
      ['p', undefined],
      ['q', 'Vase'],
    ]);
  });

  it('is refused where one Product ID has two titles, and read where rows repeat theirs', async () => {
    const other = { ...vase, variant: 'w', slug: 'pot', Title: 'Pot' };
    const [two] = await recordsOf(csv(vase, other), options);
    expect(two?.product).toBeUndefined();
    expect(two?.faults).toMatchObject([
      {
        column: 'Title',
        line: 3,
        message: 'is another title than "Vase" on line 2, and the product is the same',
      },
    ]);
    const [one] = await recordsOf(csv(vase, { ...large, id: 'p', Title: 'Vase' }), options);
    expect(one?.product?.variants).toHaveLength(2);
  });

  it('is known by its addresses where it was made by hand', async () => {
    const records = await recordsOf(
      csv(
        { ...vase, id: '', variant: '' },
        { ...large, variant: '' },
        { ...vase, id: '', variant: '', slug: 'pot' },
      ),
      options,
    );
    expect(records.map(({ product }) => product)).toMatchObject([
      {
        productId: 'vase',
        variants: [
          { variantId: 'vase', title: 'Vase' },
          { variantId: 'vase#L', title: 'L' },
        ],
      },
      { productId: 'pot' },
    ]);
  });

  it('takes a sale price only while it is in force', async () => {
    const [off, on] = await recordsOf(
      csv(
        { ...vase, 'Sale Price': '0.50' },
        { ...vase, id: 'q', 'Sale Price': '8.00', 'On Sale': 'Yes' },
      ),
      options,
    );
    expect(off?.product).toMatchObject({ priceCents: 1000, compareAtPriceCents: null });
    expect(on?.product).toMatchObject({ priceCents: 800, compareAtPriceCents: 1000 });
  });

  it('is left out and counted while it is hidden, with its variants', async () => {
    const catalog = await openText(
      csv({ ...vase, Visible: 'No' }, large, { ...vase, id: 'q' }),
      options,
    );
    expect(catalog.counts).toMatchObject({
      rows: 3,
      products: 2,
      variants: 3,
      records: 1,
      skipped: [{ reason: 'hidden', products: 1 }],
    });
    await catalog.close();
  });

  it.each([
    [[large], 'this variant stands below no product'],
    [[{ ...vase, Title: '' }], 'is required'],
    [[{ ...vase, Stock: 'lots' }], 'expected a whole number, got "lots"'],
    [[vase, { ...large, 'Option Name 1': '' }], 'is required'],
    [[vase, { ...large, variant: 'v' }], '"v" is already on line 2'],
  ])('refuses %j', async (rows: Cells[], message) => {
    const [record] = await recordsOf(csv(...rows), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
