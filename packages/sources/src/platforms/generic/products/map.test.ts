import { describe, expect, it } from 'vitest';
import type { CatalogOptions } from '../../../kinds/products/catalog.ts';
import { openText, recordsOf } from '../../../open/open-text.ts';

async function read(text: string, options: CatalogOptions = {}) {
  const records = await recordsOf(text, options);
  return records.map(({ product, faults, line }) => product ?? { faults, line });
}

async function faultsOf(text: string, options: CatalogOptions = {}) {
  const [record] = await recordsOf(text, options);
  return record?.faults.map(({ path, line, message }) => `${path}:${String(line)} ${message}`);
}

describe('a generic table', () => {
  it('reads every product field, by either spelling', async () => {
    const text =
      'productId,title,description,image_url,url,Price,compare-at-price,currency,in stock,provider_created_at\n' +
      '1,Mug,Blue,https://x/i,https://x/p,9.99,12,usd,yes,2026-03-02T09:30:00+01:00\n';
    expect(await read(text)).toEqual([
      {
        productId: '1',
        title: 'Mug',
        description: 'Blue',
        imageUrl: 'https://x/i',
        url: 'https://x/p',
        priceCents: 999,
        compareAtPriceCents: 1200,
        currency: 'USD',
        inStock: true,
        providerCreatedAt: '2026-03-02T09:30:00+01:00',
      },
    ]);
  });

  it('puts rows with one productId together when there is a column of variant ids', async () => {
    const text =
      'productId,title,variantId,variantTitle,variantSku,variantPriceCents,variantInStock,variantInventoryQuantity,option1Name,option1Value\n' +
      '1,Mug,a,Small,S1,500,1,3,Size,S\n' +
      '2,Tee,t,One,,700,,,,\n' +
      '1,,b,,,600,0,-1,Size,L\n';
    expect(await read(text, { currency: 'JPY' })).toEqual([
      {
        productId: '2',
        title: 'Tee',
        currency: 'JPY',
        variants: [{ variantId: 't', title: 'One', priceCents: 700 }],
      },
      {
        productId: '1',
        title: 'Mug',
        currency: 'JPY',
        variants: [
          {
            variantId: 'a',
            title: 'Small',
            sku: 'S1',
            priceCents: 500,
            inStock: true,
            inventoryQuantity: 3,
            options: [{ name: 'Size', value: 'S' }],
          },
          {
            variantId: 'b',
            title: 'L',
            priceCents: 600,
            inStock: false,
            inventoryQuantity: -1,
            options: [{ name: 'Size', value: 'L' }],
          },
        ],
      },
    ]);
  });

  it('leaves each row a record of its own where there is none', async () => {
    expect(await read('productId,title\n1,A\n1,B\n')).toEqual([
      { productId: '1', title: 'A' },
      { productId: '1', title: 'B' },
    ]);
  });

  it('keeps what empty cells say nothing about', async () => {
    expect(
      await read('productId,title,price,url,variantId\n1,A,,,\n', { currency: 'USD' }),
    ).toEqual([{ productId: '1', title: 'A' }]);
  });

  it('clears it when asked, the variants too', async () => {
    expect(await read('productId,title,price,url,variantId\n1,A,,,\n', { empty: 'clear' })).toEqual(
      [{ productId: '1', title: 'A', priceCents: null, url: null, variants: [] }],
    );
  });

  it.each([
    ['a missing title', 'productId,title\n1,\n', 'title:2 is required'],
    [
      'an id in scientific notation',
      'productId,title\n4.05E+12,A\n',
      'productId:2 "4.05E+12" is what a spreadsheet made of a long number, its last digits are gone: export again and do not open it there',
    ],
    [
      'a truth value of another kind',
      'productId,title,inStock\n1,A,maybe\n',
      'inStock:2 expected true, false, 1, 0, yes or no, got "maybe"',
    ],
    [
      'a quantity with decimals',
      'productId,title,variantId,variantTitle,variantInventoryQuantity\n1,A,a,S,12.0\n',
      'variantInventoryQuantity:2 expected a whole number, got "12.0"',
    ],
    [
      'two prices that disagree',
      'productId,title,currency,price,priceCents\n1,A,USD,9.99,998\n',
      'priceCents:2 "998" and price "9.99" are not the same amount (9.98 and 9.99)',
    ],
    [
      'a currency that is none',
      'productId,title,currency,price\n1,A,$,9.99\n',
      'currency:2 expected an ISO 4217 code such as USD, got "$"',
    ],
    [
      'a date without offset',
      'productId,title,providerCreatedAt\n1,A,2026-03-02\n',
      'providerCreatedAt:2 expected an ISO 8601 time with offset, such as "2026-03-02T09:30:00Z", got "2026-03-02"',
    ],
    [
      'product cells that differ',
      'productId,title,variantId,variantTitle\n1,A,a,S\n1,B,b,L\n',
      'title:3 "B" differs from "A" on line 2 of the same product',
    ],
    [
      'a further row without variant id',
      'productId,title,variantId,variantTitle\n1,A,a,S\n1,,,\n',
      'variantId:3 is required on every further row of a product',
    ],
    [
      'variant cells without variant id',
      'productId,title,variantId,variantTitle\n1,A,,S\n',
      'variantId:2 is required, because variantTitle is given',
    ],
    [
      'a variant id used twice',
      'productId,title,variantId,variantTitle\n1,A,a,S\n1,,a,L\n',
      'variantId:3 "a" is already on line 2',
    ],
    [
      'an option without name',
      'productId,title,variantId,option1Name,option1Value\n1,A,a,,L\n',
      'option1Name:2 is required, because "L" is its value',
    ],
    [
      'a row that is cut',
      'productId,title,url\n1,A\n',
      ':2 this row has 2 cells and the header 3 columns',
    ],
  ])('refuses %s', async (_, text, fault) => {
    expect(await faultsOf(text)).toEqual([fault]);
  });

  it('asks for a currency only where a decimal price needs one', async () => {
    expect(await read('productId,title,price,priceCents\n1,A,,999\n')).toEqual([
      { productId: '1', title: 'A', priceCents: 999 },
    ]);
    await expect(openText('productId,title,price\n1,A,9.99\n')).rejects.toMatchObject({
      code: 'missing-currency',
      line: 2,
      column: 'price',
      value: '9.99',
    });
  });

  it('renames columns as the map says, and names unknown ones once', async () => {
    const text = 'Artikel;Name;Preis;Lager\n1;A;9,99;x\n2;B;1,5;y\n';
    const map = { artikel: 'product_id', Name: 'title', Preis: 'price' };
    const catalog = await openText(text, { map, currency: 'EUR' });
    expect(catalog.warnings).toEqual(['Unknown column ignored: Lager.']);
    await catalog.close();
    expect(await read(text, { map, currency: 'EUR' })).toMatchObject([
      { priceCents: 999 },
      { priceCents: 150 },
    ]);
  });

  it('is what a map to its fields means, whatever other format the columns look like', async () => {
    const text = 'Product ID,Name,Price tax included\n1,A,9.99\n';
    const map = { Name: 'title', 'Price tax included': 'price' };
    expect(await read(text, { map, currency: 'EUR' })).toMatchObject([
      { productId: '1', title: 'A', priceCents: 999 },
    ]);
  });

  it('names what is wrong with a map before it says that the format is not recognised', async () => {
    const text = 'Artikel,Name\n1,A\n';
    const missing = openText(text, { map: { Artikle: 'productId', Name: 'title' } });
    await expect(missing).rejects.toThrow('there is no column "Artikle"');
    const unknown = openText(text, { map: { Artikel: 'prodId', Name: 'title' } });
    await expect(unknown).rejects.toThrow(
      '"Artikel" is mapped to "prodId", which is not a field of any known format',
    );
  });
});

describe('generic documents', () => {
  it('are taken as the API takes them, with decimal prices too', async () => {
    const product = {
      id: 'internal',
      productId: 7,
      title: 'Mug',
      url: null,
      price: 19.99,
      currency: 'USD',
      variants: [{ variantId: 1, title: 'S', sku: 5, price: '0.5', inStock: true, options: [] }],
    };
    expect(await read(JSON.stringify([product]))).toEqual([
      {
        productId: '7',
        title: 'Mug',
        url: null,
        priceCents: 1999,
        currency: 'USD',
        variants: [
          { variantId: '1', title: 'S', sku: '5', priceCents: 50, inStock: true, options: [] },
        ],
      },
    ]);
  });

  it.each([
    [
      'a number that lost its digits',
      '{"productId":1.5e20,"title":"A"}',
      'productId:1 a number as large as 150000000000000000000 has lost its last digits: write ids as text, in quotes',
    ],
    [
      'a wrong type',
      '{"productId":"1","title":"A","inStock":"yes"}',
      'inStock:1 expected a boolean, got "yes"',
    ],
    [
      'a variant without title',
      '{"productId":"1","title":"A","variants":[{"variantId":"a"}]}',
      'variants[0].title:1 is required',
    ],
    [
      'a price in scientific notation',
      '{"productId":"1","title":"A","currency":"USD","price":1e30}',
      'price:1 "1e+30" is not an amount such as 19.99',
    ],
  ])('are refused for %s', async (_, text, fault) => {
    expect(await faultsOf(text)).toEqual([fault]);
  });

  it('name unknown keys once', async () => {
    const catalog = await openText(
      '{"productId":"1","title":"A","colour":1}\n{"productId":"2","title":"B","colour":2}',
    );
    expect(catalog.warnings).toEqual(['Unknown column ignored: colour.']);
    await catalog.close();
  });
});
