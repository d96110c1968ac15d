import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';

const options = { currency: 'EUR' };

const product = {
  id: 799,
  name: 'Tee &ndash; soft',
  permalink: 'https://x.example/tee',
  date_created_gmt: '2025-03-23T20:03:12',
  type: 'variable',
  status: 'publish',
  description: '<p>Soft</p>',
  price: '',
  regular_price: '',
  sale_price: '',
  stock_status: 'instock',
  manage_stock: false,
  stock_quantity: null,
  images: [{ src: 'https://x.example/1.jpg' }],
  variations: [733, 732],
};
const variation = (id: number, more: object = {}) => ({
  id,
  permalink: 'https://x.example/tee?c=1',
  sku: '',
  price: '9.00',
  regular_price: '12.00',
  status: 'publish',
  manage_stock: 'parent',
  stock_quantity: null,
  stock_status: 'instock',
  image: { src: 'https://x.example/v.jpg' },
  attributes: [{ id: 6, name: 'Colour', option: `C${String(id)}` }],
  ...more,
});
const simple = {
  ...product,
  id: 1,
  type: 'simple',
  price: '21.99',
  regular_price: '21.99',
  variations: [],
};

describe('WooCommerce documents', () => {
  it('are put together with the variations that a product lists, wherever they stand', async () => {
    const documents = [
      variation(733, { manage_stock: true, stock_quantity: -3, stock_status: 'onbackorder' }),
      simple,
      product,
      variation(732, { parent_id: 799, price: '12.00', stock_status: 'outofstock', sku: 'T2' }),
    ];
    const [one, tee] = await recordsOf(JSON.stringify(documents), options);
    expect(one?.product).toMatchObject({
      productId: '1',
      priceCents: 2199,
      compareAtPriceCents: null,
      variants: [],
    });
    expect(tee?.product).toEqual({
      productId: '799',
      title: 'Tee – soft',
      description: 'Soft',
      imageUrl: 'https://x.example/1.jpg',
      url: 'https://x.example/tee',
      providerCreatedAt: '2025-03-23T20:03:12Z',
      priceCents: 900,
      compareAtPriceCents: 1200,
      currency: 'EUR',
      inStock: true,
      variants: [
        {
          variantId: '733',
          title: 'C733',
          priceCents: 900,
          compareAtPriceCents: 1200,
          imageUrl: 'https://x.example/v.jpg',
          inStock: true,
          inventoryQuantity: -3,
          options: [{ name: 'Colour', value: 'C733' }],
        },
        {
          variantId: '732',
          title: 'C732',
          sku: 'T2',
          priceCents: 1200,
          imageUrl: 'https://x.example/v.jpg',
          inStock: false,
          options: [{ name: 'Colour', value: 'C732' }],
        },
      ],
    });
  });

  it('keep the stored variants where no variation is in the input, and say so', async () => {
    const catalog = await openText(JSON.stringify([product]), options);
    const records = [];
    for await (const record of catalog.records()) records.push(record.product);
    expect(records[0]).not.toHaveProperty('variants');
    expect(catalog.warnings).toEqual([
      '1 product has variations, and none of them is in the input; the stored ones are kept.',
    ]);
    await catalog.close();
  });

  it('are left out while they are not published', async () => {
    const catalog = await openText(JSON.stringify([{ ...simple, status: 'draft' }]), options);
    expect(catalog.counts.skipped).toEqual([{ reason: 'draft', products: 1 }]);
    await catalog.close();
  });

  it.each([
    [[product, variation(733)], 'not in the input: 732'],
    [[variation(5)], 'no product of the input lists this variation'],
    [[{ ...simple, stock_status: 'soon' }], 'expected instock, outofstock or onbackorder'],
    [[{ ...simple, price: '1,234' }], 'is ambiguous (1234 or 1.234)'],
    [[simple, { ...simple, name: 'Other' }], 'is that of another product'],
    [[{ ...simple, name: '' }], 'expected text'],
  ])('refuse what cannot be right', async (documents, message) => {
    const [record] = await recordsOf(JSON.stringify(documents), options);
    expect(record?.faults.map((fault) => fault.message).join('; ')).toContain(message);
  });
});
