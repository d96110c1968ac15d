import { describe, expect, it } from 'vitest';
import type { CatalogOptions } from '../../../kinds/products/catalog.ts';
import { openText, recordsOf } from '../../../open/open-text.ts';

const options: CatalogOptions = { currency: 'USD', storeUrl: 'https://x.example' };

const product = {
  id: 632910392,
  title: 'Lamp',
  handle: 'lamp',
  body_html: '<p>Warm &amp; bright</p>',
  status: 'active',
  created_at: '2024-10-20T14:05:13-04:00',
  images: [
    { src: 'https://x/2', position: 2 },
    { src: 'https://x/1', position: 1 },
  ],
  options: [{ name: 'Colour' }],
  variants: [
    {
      id: 808950810,
      price: '199.00',
      compare_at_price: '250.00',
      sku: 'L1',
      option1: 'Red',
      option2: null,
      inventory_quantity: -2,
      inventory_policy: 'deny',
      inventory_management: 'shopify',
    },
    {
      id: 49148385,
      price: '189.00',
      compare_at_price: '100.00',
      sku: '',
      option1: 'Blue',
      inventory_quantity: 5,
      inventory_policy: 'deny',
      inventory_management: null,
    },
  ],
};

const lamp = {
  productId: '632910392',
  title: 'Lamp',
  description: 'Warm & bright',
  imageUrl: 'https://x/1',
  url: 'https://x.example/products/lamp',
  providerCreatedAt: '2024-10-20T14:05:13-04:00',
  priceCents: 18900,
  compareAtPriceCents: null,
  currency: 'USD',
  inStock: true,
  variants: [
    {
      variantId: '808950810',
      title: 'Red',
      sku: 'L1',
      priceCents: 19900,
      compareAtPriceCents: 25000,
      inStock: false,
      inventoryQuantity: -2,
      options: [{ name: 'Colour', value: 'Red' }],
    },
    {
      variantId: '49148385',
      title: 'Blue',
      priceCents: 18900,
      inStock: true,
      options: [{ name: 'Colour', value: 'Blue' }],
    },
  ],
};

describe('Shopify documents', () => {
  it.each([
    ['a list', JSON.stringify([product])],
    ['an envelope of many', JSON.stringify({ products: [product] }, null, 2)],
    ['an envelope of one', JSON.stringify({ product }, null, 2)],
    ['one a line', `${JSON.stringify(product)}\n`],
  ])('of REST are read from %s', async (_, text) => {
    const records = await recordsOf(text, options);
    expect(records.map(({ product: read }) => read)).toEqual([lamp]);
  });

  const gid = (kind: string, id: number) => `gid://shopify/${kind}/${String(id)}`;
  const parent = (id: number) => ({
    id: gid('Product', id),
    title: `P${String(id)}`,
    handle: `p${String(id)}`,
    status: 'ACTIVE',
    featuredImage: { url: 'https://x/f' },
  });
  const child = (id: number, of: number) => ({
    id: gid('ProductVariant', id),
    __parentId: gid('Product', of),
    price: '5.00',
    compareAtPrice: null,
    inventoryQuantity: 0,
    inventoryPolicy: 'CONTINUE',
    inventoryItem: { tracked: true },
    selectedOptions: [{ name: 'Size', value: `S${String(id)}` }],
  });
  const lines = (...documents: readonly object[]) =>
    documents.map((document) => `${JSON.stringify(document)}\n`).join('');

  it('of a bulk query are put together, wherever the children stand', async () => {
    const text = lines(
      parent(1),
      child(11, 1),
      parent(2),
      child(12, 1),
      child(21, 2),
      { __parentId: gid('Product', 1), amount: '1.00' },
      { id: gid('Metafield', 5), __parentId: gid('ProductVariant', 11) },
    );
    const catalog = await openText(text, options);
    const read = [];
    for await (const record of catalog.records()) read.push(record);
    expect(read.map(({ product: one }) => one)).toMatchObject([
      {
        productId: '2',
        imageUrl: 'https://x/f',
        variants: [{ variantId: '21' }],
      },
      {
        productId: '1',
        url: 'https://x.example/products/p1',
        inStock: true,
        variants: [
          { variantId: '11', title: 'S11', inStock: true, inventoryQuantity: 0 },
          { variantId: '12', title: 'S12' },
        ],
      },
    ]);
    expect(catalog.counts.skipped).toEqual([{ reason: 'no product', products: 1 }]);
    expect(read[1] && (await catalog.original(read[1]))).toMatchObject({ lines: [1, 2, 4, 6] });
    await catalog.close();
  });

  it('rejected of a bulk query can be read again from a rejects file', async () => {
    const text = lines({ sequenzy_document: [parent(1), child(11, 1)], sequenzy_line: 1 });
    const [record] = await recordsOf(text, { ...options, from: 'shopify' });
    expect(record?.product).toMatchObject({ productId: '1', variants: [{ variantId: '11' }] });
  });

  it.each([
    [{ ...product, status: 'draft' }, 'draft'],
    [{ ...product, published_at: null }, 'unpublished'],
  ])('are left out while they are not on sale', async (document, reason) => {
    const catalog = await openText(JSON.stringify([document]), options);
    expect(catalog.counts.skipped).toEqual([{ reason, products: 1 }]);
    await catalog.close();
  });

  it.each([
    [[{ ...product, id: 1e30 }], 'has lost its last digits'],
    [[{ ...product, title: '' }], 'is required'],
    [[child(1, 7)], 'no document of the input is "gid://shopify/Product/7"'],
    [[parent(1), { ...parent(1), title: 'Other' }], 'is that of another product'],
    [[{ ...product, variants: [{ id: 1, price: '1,234' }] }], 'is ambiguous (1234 or 1.234)'],
    [[product, 7], 'expected an object'],
  ])('refuse what cannot be right', async (documents, message) => {
    const records = await recordsOf(JSON.stringify(documents), options);
    const faults = records.flatMap((record) => record.faults.map((fault) => fault.message));
    expect(faults.join('; ')).toContain(message);
  });
});

describe('Shopify products as GraphQL answers them', () => {
  const variant = {
    id: 'gid://shopify/ProductVariant/8',
    price: '15.00',
    compareAtPrice: '20.00',
    inventoryQuantity: 3,
    inventoryPolicy: 'DENY',
    selectedOptions: [{ name: 'Colour', value: 'Red' }],
  };
  const answered = {
    id: 'gid://shopify/Product/7',
    title: 'Lamp',
    handle: 'lamp',
    status: 'ACTIVE',
    featuredMedia: { preview: { image: { url: 'https://x.example/a.png' } } },
    variants: { edges: [{ node: variant }] },
  };

  it.each([
    ['edges', { data: { products: { edges: [{ node: answered }] } } }],
    ['nodes', { products: { nodes: [{ ...answered, variants: { nodes: [variant] } }] } }],
    ['one', { data: { product: answered } }],
  ])('are read as %s', async (_, answer) => {
    const records = await recordsOf(JSON.stringify(answer), options);
    expect(records.map(({ product: read }) => read)).toMatchObject([
      {
        productId: '7',
        imageUrl: 'https://x.example/a.png',
        priceCents: 1500,
        compareAtPriceCents: 2000,
        variants: [{ variantId: '8', inventoryQuantity: 3, inStock: true }],
      },
    ]);
  });

  it('are refused with a part of their variants: the others would be deleted', async () => {
    const variants = { nodes: [variant], pageInfo: { hasNextPage: true } };
    const text = JSON.stringify({ products: { nodes: [{ ...answered, variants }] } });
    expect(await recordsOf(text, options)).toMatchObject([{ faults: [{ path: 'variants' }] }]);
  });

  it('have the price of a market only in its own currency', async () => {
    const price = { amount: '15.0', currencyCode: 'USD' };
    const text = JSON.stringify([{ ...answered, variants: [{ ...variant, price }] }]);
    expect(await recordsOf(text, options)).toMatchObject([{ product: { priceCents: 1500 } }]);
    expect(await recordsOf(text, { ...options, currency: 'EUR' })).toMatchObject([
      { faults: [{ path: 'price' }] },
    ]);
  });
});
