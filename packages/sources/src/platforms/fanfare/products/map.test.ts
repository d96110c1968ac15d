import { describe, expect, it } from 'vitest';
import { firstRecordOf, openText } from '../../../open/open-text.ts';
import { product, variant, withVariants } from './fixtures/documents.ts';

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

  it.each([
    [{ inventoryPolicy: 'open', inventoryQuantity: 0 }, { inStock: true }],
    [
      { inventoryPolicy: 'limited', inventoryQuantity: 0 },
      { inStock: false, inventoryQuantity: 0 },
    ],
    [{ inventoryPolicy: undefined }, { inStock: true, inventoryQuantity: 3 }],
    [{ inventoryQuantity: undefined }, {}],
    [{ inventoryQuantity: '' }, {}],
    [{ inventoryQuantity: ' 7 ' }, { inStock: true, inventoryQuantity: 7 }],
  ])('read stock from %j', async (changes, stock) => {
    const record = await firstRecordOf(withVariants({ ...variant, ...changes }));
    expect(record?.product?.variants).toEqual([
      { variantId: 'v1', title: 'A-1', sku: 'A-1', priceCents: 1000, options: [], ...stock },
    ]);
  });

  it.each([
    [[{ name: 'Size', value: 'M' }]],
    [[{ optionName: 'Size', value: {} }]],
    [{ Size: 'M' }],
  ])('say so where options are not as they are documented: %j', async (options) => {
    const catalog = await openText(withVariants({ ...variant, options }));
    expect(catalog.warnings).toContain(
      '1 variant has options that are not understood, and is sent without them: optionName and value are read.',
    );
    await catalog.close();
  });

  it.each([undefined, null, [], [{ optionName: 'Size', value: null }]])(
    'say nothing where there are no options: %j',
    async (options) => {
      const catalog = await openText(withVariants({ ...variant, options }));
      expect(catalog.warnings.join()).not.toContain('options');
      await catalog.close();
    },
  );

  it('take other names for what nobody documents from map, inside variants', async () => {
    const { inventoryQuantity, inventoryPolicy, currencyCode, ...rest } = variant;
    const text = withVariants({
      ...rest,
      stockCount: inventoryQuantity,
      stockPolicy: inventoryPolicy,
      iso: currencyCode,
    });
    const map = { stockCount: 'quantity', stockPolicy: 'inventoryPolicy', iso: 'currency' };
    expect((await firstRecordOf(text, { map }))?.product).toMatchObject({
      currency: 'USD',
      inStock: true,
      variants: [{ inventoryQuantity: 3 }],
    });
    const catalog = await openText(text, { currency: 'USD' });
    expect(catalog.warnings[0]).toContain('1 variant says nothing of stock');
    await catalog.close();
  });

  it.each([true, 'true', ' TRUE', 1, '1'])('are skipped where archived is %j', async (archived) => {
    // Without a currency, and with faults: neither stops what is not sent.
    const off = { ...variant, currencyCode: undefined, inventoryPolicy: 'maybe' };
    const text = JSON.stringify([{ ...product, archived, variants: [off] }]);
    const catalog = await openText(text);
    expect(catalog.counts).toMatchObject({
      rejected: 0,
      skipped: [{ reason: 'archived', products: 1 }],
    });
    await catalog.close();
    const half = await firstRecordOf(withVariants(variant, { ...off, id: 'v2', archived }));
    expect(half?.product?.variants?.map(({ variantId }) => variantId)).toEqual(['v1']);
  });

  it.each([false, 'false', 0, '0', null, ''])(
    'are on sale where archived is %j',
    async (archived) => {
      const text = JSON.stringify([{ ...product, archived, variants: [{ ...variant, archived }] }]);
      expect((await firstRecordOf(text))?.product).toMatchObject({ inStock: true, variants: [{}] });
    },
  );

  it('leave archived ones out and count them, or hand them out as out of stock', async () => {
    const text = JSON.stringify([{ ...product, archived: true, variants: [variant] }]);
    const catalog = await openText(text);
    expect(catalog.counts.skipped).toEqual([{ reason: 'archived', products: 1 }]);
    await catalog.close();
    expect((await firstRecordOf(text, { includeUnpublished: true }))?.product).toMatchObject({
      inStock: false,
      variants: [{ inStock: false }],
    });
    const half = await firstRecordOf(
      withVariants(variant, { ...variant, id: 'v2', archived: true }),
    );
    expect(half?.product?.variants).toHaveLength(1);
  });

  it.each(['p1', ' p1 ', 7])('that stand on two pages are taken from the later: %j', async (id) => {
    const one = { ...product, id };
    const catalog = await openText(JSON.stringify([one, { ...one, name: 'Tee 2' }]));
    expect(catalog.counts.records).toBe(1);
    for await (const record of catalog.records()) expect(record.product?.title).toBe('Tee 2');
    expect(catalog.warnings).toContain(
      '1 product stands in the input more than once; the last is taken.',
    );
    await catalog.close();
  });

  it.each([
    [{ inventoryPolicy: 'maybe' }, 'inventoryPolicy: expected limited or open, got "maybe"'],
    [{ inventoryQuantity: '2.5' }, 'inventoryQuantity: expected a whole number, got "2.5"'],
    [{ inventoryQuantity: 'x' }, 'inventoryQuantity: expected a whole number, got "x"'],
    [{ price: 'ten' }, 'price: expected a decimal such as 139.99, got "ten"'],
    [{ price: '1.999' }, 'price: "1.999" has more decimals than USD'],
    [{ id: undefined }, 'id: is required'],
    [{ id: 'v1' }, 'id: "v1" is the id of another variant, too'],
    [{ id: ' v1 ' }, 'id: "v1" is the id of another variant, too'],
    [{ archived: 'soon' }, 'archived: expected true or false, got "soon"'],
  ])('refuse a variant with %j, and say which it is', async (changes, message) => {
    const catalog = await openText(withVariants(variant, { ...variant, id: 'v2', ...changes }));
    for await (const record of catalog.records()) {
      const faults = record.faults.map((fault) => `${fault.path}: ${fault.message}`);
      expect(faults).toEqual([expect.stringContaining(`variants[1].${message}`)]);
    }
    // What was found and cannot be read is not said to be missing.
    expect(catalog.warnings).toEqual([]);
    await catalog.close();
  });

  it.each([
    [['0', 1, 2], 'https://cdn.example/0'],
    [['10', ' 9 ', 11], 'https://cdn.example/1'],
    [[null, '', 3], 'https://cdn.example/2'],
    [['first', -1, 0], 'https://cdn.example/1'],
  ])('have the image whose position is the lowest of %j', async (positions, imageUrl) => {
    const productMediaAssets = positions.map((position, at) => ({
      position,
      mediaAsset: { publicUrl: `https://cdn.example/${String(at)}` },
    }));
    const record = await firstRecordOf(JSON.stringify([{ ...product, productMediaAssets }]));
    expect(record?.product).toMatchObject({ imageUrl });
  });

  it.each([
    ['10.5', 'USD', 1050],
    [10.5, 'USD', 1050],
    ['500.00', 'JPY', 500],
    [500, 'JPY', 500],
    ['500.5', 'JPY', undefined],
    ['1e2', 'USD', undefined],
    [1e21, 'USD', undefined],
    ['-1', 'USD', undefined],
    [true, 'USD', undefined],
  ])('have the price %j %s in whole minor units, or are refused', async (price, code, cents) => {
    const record = await firstRecordOf(
      withVariants({ ...variant, price: price as string, currencyCode: code }), // an API may break its word
    );
    expect(record?.product?.priceCents).toBe(cents);
    expect(record?.faults).toHaveLength(cents === undefined ? 1 : 0);
  });

  it.each([
    [{ variants: [variant, null] }, 'variants[1]: expected an object'],
    [{ variants: { a: 1 } }, 'variants: expected a list'],
    [{ productMediaAssets: 'none' }, 'productMediaAssets: expected a list'],
    [{ archived: 'soon' }, 'archived: expected true or false, got "soon"'],
  ])('refuse a product with %j', async (changes, message) => {
    const record = await firstRecordOf(JSON.stringify([{ ...product, ...changes }]));
    expect(record?.faults.map((fault) => `${fault.path}: ${fault.message}`)).toEqual([message]);
  });

  it('take option values that are numbers as text, and none that is empty', async () => {
    const options = [
      { optionName: 'Size', value: 9 },
      { optionName: 'Colour', value: '' },
      { optionName: 'Fit', value: null },
    ];
    expect((await firstRecordOf(withVariants({ ...variant, options })))?.product).toMatchObject({
      variants: [{ title: '9', options: [{ name: 'Size', value: '9' }] }],
    });
  });

  it('are told of once, where neither variants nor media assets came with any', async () => {
    const bare = [product, { ...product, id: 'p2' }];
    const catalog = await openText(JSON.stringify(bare));
    expect(catalog.warnings).toEqual([
      '2 products came without variants and media assets: prices, stock and images were not in the answer, and stay as they are stored.',
    ]);
    await catalog.close();
  });
});
