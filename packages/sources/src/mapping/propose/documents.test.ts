import { describe, expect, it } from 'vitest';
import { openOrdersText, recordsOf } from '../../open/open-text.ts';
import type { Mapping } from '../language/mapping.ts';

async function productsOf(value: unknown, mapping: Mapping | 'auto' = 'auto') {
  const records = await recordsOf(JSON.stringify(value), { mapping, currency: 'EUR' });
  return records.map(({ product, faults }) => product ?? faults);
}

describe('JSON with keys of its own', () => {
  it('is read as products by its keys, wherever its list is', async () => {
    const list = [
      {
        id: 7,
        name: 'Tee',
        price: { amount: 12.5 },
        images: ['https://x.example/a.jpg'],
        stock: 0,
      },
      {
        id: 8,
        name: 'Cap',
        price: { amount: 9 },
        images: [],
        stock: 3,
        category: { name: 'hats' },
      },
    ];
    const products = [
      {
        productId: '7',
        title: 'Tee',
        priceCents: 1250,
        imageUrl: 'https://x.example/a.jpg',
        inStock: false,
      },
      { productId: '8', title: 'Cap', priceCents: 900, inStock: true },
    ];
    expect(await productsOf(list)).toMatchObject(products);
    expect(await productsOf({ ok: true, data: { list } })).toMatchObject(products);
  });

  it('is read by the paths of a mapping, with a row for each member of a list', async () => {
    const value = {
      items: [
        {
          ref: 'a',
          text: { de: 'Tasse' },
          skus: [
            { no: 'a1', eur: 1.5, left: 2 },
            { no: 'a2', eur: '2,50', left: 0 },
          ],
        },
      ],
    };
    const mapping: Mapping = {
      documents: 'items',
      fields: {
        productId: 'ref',
        title: 'text.de',
        url: 'https://shop.example/{ref}/{skus[0].no}',
        variantId: 'skus[].no',
        variantTitle: 'skus[].no',
        variantPrice: 'skus[].eur',
        variantInventoryQuantity: 'skus[].left',
      },
    };
    expect(await productsOf(value, mapping)).toMatchObject([
      {
        productId: 'a',
        title: 'Tasse',
        url: 'https://shop.example/a/a1',
        variants: [
          { variantId: 'a1', priceCents: 150, inventoryQuantity: 2 },
          { variantId: 'a2', priceCents: 250, inventoryQuantity: 0 },
        ],
      },
    ]);
    const faulty = await productsOf(value, {
      ...mapping,
      fields: { ...mapping.fields, variantPrice: 'text.de' },
    });
    expect(faulty).toHaveProperty(
      '[0][0]',
      expect.objectContaining({ path: 'text.de', line: 1, value: 'Tasse' }),
    );
  });

  it('has variants in a list, where nothing about them is open', async () => {
    const value = [
      {
        id: 'a',
        name: 'Tee',
        price: 20,
        variants: [
          { id: 'a-s', sku: 'T-S', name: 'Small', size: 'S', price: { amount: '19.50' }, stock: 2 },
          {
            id: 'a-m',
            sku: 'T-M',
            name: 'Medium',
            size: 'M',
            price: { amount: '21.00' },
            stock: 0,
          },
        ],
      },
      { id: 'b', name: 'Mug', price: 9, variants: [] },
    ];
    expect(await productsOf(value)).toMatchObject([
      {
        productId: 'a',
        title: 'Tee',
        variants: [
          {
            variantId: 'a-s',
            title: 'Small',
            sku: 'T-S',
            priceCents: 1950,
            inventoryQuantity: 2,
            options: [{ name: 'size', value: 'S' }],
          },
          { variantId: 'a-m', priceCents: 2100, inventoryQuantity: 0 },
        ],
      },
      { productId: 'b', title: 'Mug', priceCents: 900 },
    ]);
  });

  it.each([
    [
      'ids that repeat',
      [
        { id: 1, price: 5 },
        { id: 1, price: 6 },
      ],
    ],
    [
      'no ids',
      [
        { name: 'S', price: 5 },
        { name: 'M', price: 6 },
      ],
    ],
    [
      'two prices',
      [
        { id: 1, price: 5, preis: 4 },
        { id: 2, price: 6, preis: 5 },
      ],
    ],
    [
      'some that are not on sale',
      [
        { id: 1, price: 5, active: true },
        { id: 2, price: 6, active: false },
      ],
    ],
  ])('leaves variants to the user that have %s', async (_, variants) => {
    await expect(productsOf([{ id: 'a', name: 'Tee', variants }])).rejects.toThrow(
      '"variants" is a list with prices of its own, which is not read',
    );
  });

  it('does not take options with prices for variants', async () => {
    const options = [{ id: 1, name: 'Gift wrap', price: 2 }];
    await expect(productsOf([{ id: 'a', name: 'Tee', price: 9, options }])).rejects.toThrow(
      '"options" is a list with prices of its own, which is not read',
    );
  });

  it('is read as orders, with the lines of a list', async () => {
    const text = JSON.stringify([
      {
        order_id: 'A1',
        created_at: '2026-01-05T10:00:00Z',
        customer: { email: 'al@shop.example', first_name: 'Al' },
        total: 40,
        currency: 'EUR',
        lines: [
          { product_name: 'Tee', sku: 'T-1', quantity: 2 },
          { product_name: 'Cap', quantity: 1 },
        ],
      },
    ]);
    const orders = await openOrdersText(text, { mapping: 'auto' });
    const all = [];
    for await (const { order, faults } of orders.records()) all.push(order ?? faults);
    await orders.close();
    expect(all).toMatchObject([
      {
        orderId: 'A1',
        totalCents: 4000,
        customer: { email: 'al@shop.example', firstName: 'Al' },
        items: [
          { title: 'Tee', sku: 'T-1', quantity: 2 },
          { title: 'Cap', quantity: 1 },
        ],
      },
    ]);
  });
});
