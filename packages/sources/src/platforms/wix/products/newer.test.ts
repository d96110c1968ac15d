import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';

const file = readFileSync(new URL('fixtures/newer.csv', import.meta.url), 'utf8');
const options = { currency: 'EUR' };

describe('a newer Wix table', () => {
  it('gives each variant its own price, else that of its product', async () => {
    const [lamp, scarf] = await recordsOf(file, options);
    expect(lamp?.product).toEqual({
      productId: 'lamp',
      title: 'Lamp',
      description: 'Warm light',
      imageUrl: 'https://static.wixstatic.com/media/0a1_2b~mv2.jpg',
      priceCents: 4950,
      compareAtPriceCents: 6000,
      currency: 'EUR',
      inStock: true,
      variants: [],
    });
    expect(scarf?.product).toMatchObject({
      productId: 'scarf',
      imageUrl: 'https://x.example/scarf.jpg',
      priceCents: 2200,
      compareAtPriceCents: 2500,
      inStock: true,
      variants: [
        { variantId: 'R-S', title: 'Red / S', priceCents: 2500, inventoryQuantity: 3 },
        { variantId: 'G-M', title: 'Green / M', compareAtPriceCents: 2500, inStock: false },
      ],
    });
  });

  it('knows every column, and skips what is hidden', async () => {
    const catalog = await openText(file, options);
    expect(catalog.source.name).toBe('wix');
    expect(catalog.warnings).toEqual([]);
    expect(catalog.counts.skipped).toEqual([{ reason: 'hidden', products: 1 }]);
    await catalog.close();
  });

  it.each([
    [',IN_STOCK,', ',SOME,', 'expected a whole number, got "SOME"'],
    [',49.5,60,', ',cheap,60,', '"cheap" is not an amount'],
    ['lamp,PRODUCT', ',PRODUCT', 'required'],
    ['lamp,PRODUCT', 'lamp,MEDIA', 'expected Product or Variant, got "MEDIA"'],
  ])('refuses %s as %s', async (from, to, message) => {
    const [record] = await recordsOf(file.replace(from, to), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });

  it('has no price before that is not above the price', async () => {
    const [record] = await recordsOf(file.replace(',49.5,60,', ',49.5,40,'), options);
    expect(record?.product).toMatchObject({ priceCents: 4950, compareAtPriceCents: null });
  });
});
