import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../open/open-text.ts';
import { MappingNeeded } from './home-made.ts';

const catalog = `<?xml version="1.0" encoding="UTF-8"?>
<shop>
  <categories><category><id>1</id><name>Kitchen</name></category></categories>
  <products>
    <product sku="A1">
      <name>Blue mug</name><price currency="EUR">12.50</price><stock>4</stock>
      <images><image>https://x.example/a.jpg</image><image>https://x.example/b.jpg</image></images>
    </product>
    <product sku="A2">
      <name>Red &amp; white mug</name><price currency="EUR">8.00</price><stock>0</stock>
    </product>
  </products>
</shop>`;

describe('XML with elements of its own', () => {
  it('is proposed by its richest elements, with attributes and what is deeper, and never read unasked', async () => {
    const needed = await openText(catalog).catch((error: unknown) => error);
    expect(needed).toBeInstanceOf(MappingNeeded);
    expect(needed).toMatchObject({
      proposal: {
        problems: [],
        mapping: {
          fields: {
            productId: 'sku',
            title: 'name',
            price: { from: 'price' },
            currency: 'price currency',
            inventoryQuantity: 'stock',
          },
          documents: 'product',
        },
      },
    });
  });

  it('is read by the mapping that is accepted, or by one that names its rows', async () => {
    const expected = [
      { product: { productId: 'A1', title: 'Blue mug', priceCents: 1250, inStock: true }, line: 5 },
      { product: { title: 'Red & white mug', currency: 'EUR', inStock: false }, line: 9 },
    ];
    expect(await recordsOf(catalog, { mapping: 'auto' })).toMatchObject(expected);
    const mapping = {
      fields: {
        ...{ productId: 'sku', title: 'name', price: 'price', inStock: 'stock' },
        ...{ currency: 'price currency', imageUrl: { from: 'images image', split: ',' } },
      },
      documents: 'product',
    };
    const [mug] = await recordsOf(catalog, { mapping });
    expect(mug).toMatchObject({
      product: { productId: 'A1', imageUrl: 'https://x.example/a.jpg' },
    });
  });

  it('is refused where its elements say nothing of products', async () => {
    await expect(openText('<a><b><c>1</c><d>2</d></b></a>')).rejects.toThrow(
      'the format is not recognised',
    );
    await expect(openText('<a><b><c>1</c><d>2</d></a>')).rejects.toThrow('not well-formed');
  });
});
