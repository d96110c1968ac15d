import { describe, expect, it } from 'vitest';
import { firstRecordOf, openText } from '../../../open/open-text.ts';
import { product, variant, withVariants } from './fixtures/documents.ts';

describe('prices of Fanfare', () => {
  it.each([
    ['19.99', 'USD', 1999],
    ['0.07', 'EUR', 7],
    ['1234.5', 'EUR', 123450],
    ['36.0000', 'EUR', 3600],
    ['500', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['90071992547409.91', 'USD', 9007199254740991],
  ])('are read exactly from %s %s', async (price, currencyCode, cents) => {
    const record = await firstRecordOf(withVariants({ ...variant, price, currencyCode }));
    expect(record?.product).toMatchObject({ priceCents: cents, currency: currencyCode });
  });

  it('of a product are those of the cheapest variant, in the currency of the default one', async () => {
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

  it.each([
    { price: null },
    { price: '' },
    { price: null, currencyCode: null },
    { price: ' ', currencyCode: 'EUR' },
  ])('are those of the other variants where the default one has %j', async (changes) => {
    const unpriced = { ...variant, ...changes };
    const others = [
      { ...variant, id: 'v2', price: '5.00' },
      { ...variant, id: 'v3', price: '4.00' },
    ];
    const variants = [unpriced, ...others];
    const record = await firstRecordOf(
      JSON.stringify([{ ...product, defaultVariantId: 'v1', variants }]),
    );
    expect(record?.product).toMatchObject({ priceCents: 400, currency: 'USD' });
  });

  it.each(['1,299', '1,299.00', '1 299.00', '12,99', '.5', '5.', '1e3', '$5', "1'299.00"])(
    'are not guessed from %j',
    async (price) => {
      const record = await firstRecordOf(withVariants({ ...variant, price }));
      expect(record?.faults).toEqual([
        {
          path: 'variants[0].price',
          message: `expected a decimal such as 139.99, got ${JSON.stringify(price)}`,
          line: 1,
        },
      ]);
    },
  );

  it('have a comma before their decimals where the user says so', async () => {
    const read = async (price: string) =>
      firstRecordOf(withVariants({ ...variant, price }), { decimal: ',' });
    expect((await read('12,99'))?.product).toMatchObject({ priceCents: 1299 });
    for (const price of ['12.99', '1.299,00']) {
      expect((await read(price))?.faults[0]?.message).toContain('such as 139,99, got');
    }
  });

  it('have their currency in capitals, however it is written', async () => {
    const mixed = [
      { ...variant, currencyCode: 'usd' },
      { ...variant, id: 'v2', price: '5.00' },
    ];
    expect((await firstRecordOf(withVariants(...mixed)))?.product).toMatchObject({
      priceCents: 500,
      currency: 'USD',
    });
  });

  it('take the currency that the user names where variants name none', async () => {
    const bare = withVariants({ ...variant, currencyCode: undefined });
    expect((await firstRecordOf(bare, { currency: 'CHF' }))?.product).toMatchObject({
      currency: 'CHF',
    });
    await expect(openText(bare)).rejects.toMatchObject({ code: 'missing-currency' });
  });
});
