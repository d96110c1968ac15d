import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';
import { allOf } from '../../../conformance/suite.ts';

const product = {
  id: 'prod_1',
  object: 'product',
  active: true,
  name: 'Tee',
  default_price: 'price_1',
};
const price = {
  id: 'price_1',
  object: 'price',
  active: true,
  product: 'prod_1',
  currency: 'usd',
  unit_amount: 2000,
};
const list = (...data: readonly object[]) =>
  JSON.stringify({ object: 'list', data, has_more: false });

describe('Stripe documents', () => {
  it('are put together from products and prices, amounts being minor units already', async () => {
    const [record] = await recordsOf(
      list(price, product, { ...price, id: 'price_2', unit_amount: 500, nickname: 'Sale' }),
    );
    expect(record?.product).toEqual({
      productId: 'prod_1',
      title: 'Tee',
      priceCents: 2000,
      currency: 'USD',
      variants: [
        { variantId: 'price_1', title: '20.00 USD', priceCents: 2000, options: [] },
        { variantId: 'price_2', title: 'Sale', priceCents: 500, options: [] },
      ],
    });
  });

  it('say which prices are left out, and why', async () => {
    const catalog = await openText(
      list(
        product,
        price,
        { ...price, id: 'p2', unit_amount: null },
        { ...price, id: 'p3', currency: 'eur' },
      ),
    );
    expect(catalog.warnings).toEqual([
      '1 price without a fixed amount was left out.',
      "1 price in another currency than the product's was left out.",
    ]);
    await catalog.close();
  });

  it('in tiers have no amount that could be sent, and the price of a package stays what it is', async () => {
    const tiers = { ...price, id: 'p2', unit_amount: null, billing_scheme: 'tiered' };
    const packed = { ...price, transform_quantity: { divide_by: 10, round: 'up' } };
    const catalog = await openText(list(product, packed, tiers));
    expect(catalog.warnings).toEqual(['1 price without a fixed amount was left out.']);
    const [record] = await allOf(catalog.records());
    expect(record?.product).toMatchObject({
      priceCents: price.unit_amount,
      variants: [{ variantId: price.id, priceCents: price.unit_amount }],
    });
    await catalog.close();
  });

  it('leave out products that are not active, and objects that are no products', async () => {
    const charge = { id: 'ch_1', object: 'charge', active: true };
    const catalog = await openText(list({ ...product, active: false }, price, charge));
    expect(catalog.counts.skipped).toEqual([
      { reason: 'inactive', products: 1 },
      { reason: 'no product', products: 1 },
    ]);
    await catalog.close();
  });

  it('keep prices and variants where no price is in the input', async () => {
    const [record] = await recordsOf(list(product));
    expect(record?.product).toEqual({ productId: 'prod_1', title: 'Tee' });
  });

  it.each([
    [[price], 'no document of the input is "prod_1"'],
    [[product, { ...product, name: 'Tea' }], 'is that of another product of the input too'],
    [[product, { ...price, unit_amount: 20.5 }], 'expected a whole number, got 20.5'],
    [[{ ...product, name: 5 }], 'expected text, got 5'],
  ])('refuse %j', async (documents, message) => {
    const [record] = await recordsOf(list(...documents));
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
