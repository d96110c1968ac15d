import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../open-text.ts';

const variant = {
  id: 'v1',
  sku: 'A-1',
  price: '10.00',
  currencyCode: 'USD',
  inventoryPolicy: 'limited',
  inventoryQuantity: 3,
};
const product = {
  id: 'p1',
  name: 'Tee',
  url: 'https://x.example/t',
  organizationId: 'o',
  archived: false,
};
const withVariants = (...variants: readonly object[]) => JSON.stringify([{ ...product, variants }]);
const first = async (text: string, options = {}) => (await recordsOf(text, options))[0];

describe('Fanfare documents', () => {
  it.each([
    ['an answer of the list', JSON.stringify({ data: [product], pageInfo: { endCursor: 'x' } })],
    ['a bare array', JSON.stringify([product])],
    ['one a line', `${JSON.stringify(product)}\n${JSON.stringify({ ...product, id: 'p2' })}`],
  ])('are recognised as %s', async (_, text) => {
    const catalog = await openText(text);
    expect(catalog.source.name).toBe('fanfare');
    expect(catalog.counts.rejected).toBe(0);
    await catalog.close();
  });

  it('keep stored variants and prices where none were included, and clear them where there are none', async () => {
    expect((await first(JSON.stringify([product])))?.product).toEqual({
      productId: 'p1',
      title: 'Tee',
      url: 'https://x.example/t',
    });
    expect((await first(withVariants()))?.product).toMatchObject({ variants: [] });
  });

  it.each([
    [{ inventoryPolicy: 'open', inventoryQuantity: 0 }, { inStock: true }],
    [
      { inventoryPolicy: 'limited', inventoryQuantity: 0 },
      { inStock: false, inventoryQuantity: 0 },
    ],
    [{ inventoryPolicy: undefined }, { inStock: true, inventoryQuantity: 3 }],
    [{ inventoryQuantity: undefined }, {}],
  ])('read stock from %j', async (changes, stock) => {
    const record = await first(withVariants({ ...variant, ...changes }));
    expect(record?.product?.variants).toEqual([
      { variantId: 'v1', title: 'A-1', sku: 'A-1', priceCents: 1000, options: [], ...stock },
    ]);
  });

  it.each([
    ['19.99', 'USD', 1999],
    ['0.07', 'EUR', 7],
    ['1234.5', 'EUR', 123450],
    ['36.0000', 'EUR', 3600],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['90071992547409.91', 'USD', 9007199254740991],
  ])('read the price %s %s exactly', async (price, currencyCode, cents) => {
    const record = await first(withVariants({ ...variant, price, currencyCode }));
    expect(record?.product).toMatchObject({ priceCents: cents, currency: currencyCode });
  });

  it('have the price of the cheapest variant, in the currency of the default one', async () => {
    const other = { ...variant, id: 'v2', price: '5.00', currencyCode: 'EUR' };
    const cheaper = { ...variant, id: 'v3', price: '8.00' };
    const catalog = await openText(
      JSON.stringify([{ ...product, defaultVariantId: 'v1', variants: [other, variant, cheaper] }]),
    );
    for await (const record of catalog.records()) {
      expect(record.product).toMatchObject({ priceCents: 800, currency: 'USD' });
      expect(record.product?.variants?.map(({ priceCents }) => priceCents)).toEqual([
        undefined,
        1000,
        800,
      ]);
    }
    expect(catalog.warnings).toEqual([
      "1 price in another currency than the product's was left out.",
    ]);
    await catalog.close();
  });

  it('take the currency that the user names where variants name none', async () => {
    const bare = withVariants({ ...variant, currencyCode: undefined });
    expect((await first(bare, { currency: 'CHF' }))?.product).toMatchObject({ currency: 'CHF' });
    await expect(openText(bare)).rejects.toMatchObject({ code: 'missing-currency' });
  });

  it('take other names for what nobody documents from map, inside variants', async () => {
    const { inventoryQuantity, inventoryPolicy, currencyCode, ...rest } = variant;
    const text = withVariants({
      ...rest,
      stockCount: inventoryQuantity,
      stockPolicy: inventoryPolicy,
      iso: currencyCode,
    });
    const map = { stockCount: 'quantity', stockPolicy: 'inventoryPolicy', iso: 'currency' };
    expect((await first(text, { map }))?.product).toMatchObject({
      currency: 'USD',
      inStock: true,
      variants: [{ inventoryQuantity: 3 }],
    });
    const catalog = await openText(text, { currency: 'USD' });
    expect(catalog.warnings[0]).toContain('1 variant says nothing of stock');
    await catalog.close();
  });

  it('leave archived ones out and count them, or hand them out as out of stock', async () => {
    const text = JSON.stringify([{ ...product, archived: true, variants: [variant] }]);
    const catalog = await openText(text);
    expect(catalog.counts.skipped).toEqual([{ reason: 'archived', products: 1 }]);
    await catalog.close();
    expect((await first(text, { includeUnpublished: true }))?.product).toMatchObject({
      inStock: false,
      variants: [{ inStock: false }],
    });
    const half = await first(withVariants(variant, { ...variant, id: 'v2', archived: true }));
    expect(half?.product?.variants).toHaveLength(1);
  });

  it('that stand on two pages are taken from the later', async () => {
    const catalog = await openText(JSON.stringify([product, { ...product, name: 'Tee 2' }]));
    for await (const record of catalog.records()) expect(record.product?.title).toBe('Tee 2');
    expect(catalog.warnings).toEqual([
      '1 product stands in the input more than once; the last is taken.',
    ]);
    await catalog.close();
  });

  it.each([
    [{ inventoryPolicy: 'maybe' }, 'expected limited or open, got "maybe"'],
    [{ inventoryQuantity: '3' }, 'expected a whole number, got "3"'],
    [{ price: 'ten' }, '"ten" is not an amount'],
    [{ price: '1.999' }, 'more decimals than USD'],
    [{ id: undefined }, 'is required'],
  ])('refuse a variant with %j', async (changes, message) => {
    const record = await first(withVariants({ ...variant, ...changes }));
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
