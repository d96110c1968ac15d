import { describe, expect, it } from 'vitest';
import { firstRecordOf } from '../../../open/open-text.ts';
import { product, variant, withVariants } from './fixtures/documents.ts';

const read = async (fields: object) =>
  (await firstRecordOf(JSON.stringify([{ ...product, ...fields }])))?.product;

const asset = (publicUrl: string | null, fields: object = {}) => ({
  position: 1,
  mediaAsset: { publicUrl, archived: false },
  ...fields,
});

describe('what Fanfare', () => {
  it.each([{}, { variants: null, productMediaAssets: null }])(
    'does not say is kept: %j',
    async (fields) => {
      expect(await read(fields)).toEqual({
        productId: 'p1',
        title: 'Tee',
        url: 'https://x.example/t',
      });
    },
  );

  it.each([null, ''])('says to be %j is cleared', async (nothing) => {
    const said = { description: nothing, url: nothing, productMediaAssets: [] };
    expect(await read(said)).toEqual({
      productId: 'p1',
      title: 'Tee',
      description: null,
      url: null,
      imageUrl: null,
    });
  });

  it.each([
    ['has no variants', []],
    ['has only archived ones', [{ ...variant, archived: true }]],
  ])('%s for sale is out of stock and has no price', async (_, variants) => {
    expect(await read({ variants })).toMatchObject({
      inStock: false,
      priceCents: null,
      currency: null,
      variants: [],
    });
  });

  it.each([null, ''])('has no price for, %j, loses the stored one', async (price) => {
    expect(await read({ variants: [{ ...variant, price }] })).toMatchObject({
      priceCents: null,
      currency: null,
      inStock: true,
    });
  });

  it('gives variants of without the member price keeps it', async () => {
    const { price, ...rest } = variant;
    expect(price).toBe('10.00');
    const { product: kept } =
      (await firstRecordOf(withVariants(rest, { ...rest, id: 'v2', price: null }))) ?? {};
    expect(kept).not.toHaveProperty('priceCents');
    expect(kept).not.toHaveProperty('currency');
  });
});

describe('the image', () => {
  it.each([
    [
      'has the lowest position',
      [asset('https://c.example/2', { position: 2 }), asset('https://c.example/1')],
    ],
    [
      'is not one without a position where another has one',
      [asset('https://c.example/9', { position: undefined }), asset('https://c.example/1')],
    ],
    [
      'is none that is archived',
      [
        { position: 0, mediaAsset: { publicUrl: 'https://c.example/0', archived: true } },
        asset('https://c.example/1'),
      ],
    ],
    ['is none without an address', [asset(null, { position: 0 }), asset('https://c.example/1')]],
  ])('%s', async (_, productMediaAssets) => {
    expect(await read({ productMediaAssets })).toMatchObject({ imageUrl: 'https://c.example/1' });
  });

  it('is cleared where every one is archived', async () => {
    const off = { position: 0, mediaAsset: { publicUrl: 'https://c.example/0', archived: true } };
    expect(await read({ productMediaAssets: [off] })).toMatchObject({ imageUrl: null });
  });
});
