import { describe, expect, it } from 'vitest';
import type { CatalogOptions } from '../../../kinds/products/catalog.ts';
import { openText, recordsOf } from '../../../open/open-text.ts';

const options: CatalogOptions = { now: () => Date.parse('2026-02-25T00:00:00Z') };

async function read(text: string, more: CatalogOptions = {}) {
  const records = await recordsOf(text, { ...options, ...more });
  return records.map(({ product, faults }) => product ?? faults.map(({ message }) => message));
}

const feed = (items: string, head = '') =>
  `<?xml version="1.0"?>${head}
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
${items}
</channel></rss>`;

describe('a Google Merchant feed', () => {
  it('keeps a currency that is no longer in use as the file says it: which one it stands for is not guessed', async () => {
    const text =
      'id,title,price,link\n1,A,7488 RUR,https://x.example/1\n2,B,2990.00 RUB,https://x.example/2';
    expect(await read(text)).toMatchObject([
      { priceCents: 748_800, currency: 'RUR' },
      { priceCents: 299_000, currency: 'RUB' },
    ]);
  });

  it.each([
    ['USD 35.53', 3553, 'USD'],
    ['usd .50', 50, 'USD'],
    ['35.53 USD', 3553, 'USD'],
    ['35,53USD', 3553, 'USD'],
    ['JPY 500', 500, 'JPY'],
    ['€35.53', 3553, 'EUR'],
    ['35,53 €', 3553, 'EUR'],
  ])('reads %s', async (price, priceCents, currency) => {
    expect(await read(table(price), { currency: 'EUR' })).toMatchObject([{ priceCents, currency }]);
  });

  it.each([
    ['in_stock', true],
    ['preorder', true],
    ['backorder', true],
    ['available for order', true],
    ['available_for_order', true],
    ['out of stock', false],
    ['Discontinued', false],
  ])('can be bought while it is %s: %j', async (availability, inStock) => {
    const text = `id,title,price,link,availability\n1,A,5 EUR,https://x.example/1,${availability}\n`;
    expect(await read(text)).toMatchObject([{ inStock }]);
  });

  it('has only the item rejected whose amount means another currency, or none that is known', async () => {
    const text = ['$35.53', '5.00', '5.00 USD'].map((price, at) => `${String(at)},A,${price},x\n`);
    expect(await read(`id,title,price,link\n${text.join('')}`)).toMatchObject([
      { productId: '2', priceCents: 500, currency: 'USD' },
      [expect.stringMatching(/^is an amount, and nothing says in which currency/)],
      [expect.stringMatching(/^is an amount, and nothing says in which currency/)],
    ]);
    expect(await read(table('$35.53'), { currency: 'EUR' })).toEqual([
      ['"$35.53" is not an amount in EUR'],
    ]);
  });

  it('is read from RSS, with or without prefix, and never takes a price out of the shipping', async () => {
    const text = feed(`<item>
  <g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>
  <title>Plain</title><g:title><![CDATA[Mug & <b>saucer</b>]]></g:title>
  <link>https://x.example/mug?a=1&amp;b=2</link>
  <g:id>m1</g:id><g:price>12.50 EUR</g:price><g:availability>In Stock</g:availability>
  <g:additional_image_link>https://x/2</g:additional_image_link>
  <g:additional_image_link>https://x/3</g:additional_image_link>
</item>`);
    expect(await read(text)).toEqual([
      {
        productId: 'm1',
        title: 'Mug & saucer',
        url: 'https://x.example/mug?a=1&b=2',
        priceCents: 1250,
        currency: 'EUR',
        inStock: true,
      },
    ]);
  });

  it('is read from Atom, where a link is an attribute, with lines and originals', async () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
<entry><g:id>a</g:id><title>A</title><link href="https://x.example/a"/><g:price>1 EUR</g:price></entry>
<entry><g:id>b</g:id><title>B</title><g:link>https://x.example/b</g:link>
<g:price>1,234 EUR</g:price></entry>
</feed>`;
    const catalog = await openText(text, options);
    const records = [];
    for await (const record of catalog.records()) records.push(record);
    expect(records).toMatchObject([
      { line: 2, product: { url: 'https://x.example/a' } },
      { line: 3, faults: [{ line: 3, column: 'price', value: '1,234 EUR' }] },
    ]);
    expect(records[1] && (await catalog.original(records[1]))).toEqual({
      kind: 'table',
      columns: ['id', 'title', 'link', 'price'],
      rows: [{ line: 3, cells: ['b', 'B', 'https://x.example/b', '1,234 EUR'] }],
    });
    await catalog.close();
  });

  it.each([
    ['id\ttitle\timage link\tprice', 'imageUrl'],
    ['g:id\tg:title\tg:link\tg:price', 'url'],
  ])('is read from a table with the columns %s', async (header, field) => {
    expect(await read(`${header}\n1\tA\thttps://x.example/1\t7488 RUB\n`)).toEqual([
      {
        productId: '1',
        title: 'A',
        [field]: 'https://x.example/1',
        priceCents: 748_800,
        currency: 'RUB',
      },
    ]);
  });

  it('makes variants of the items of a group, wherever they stand', async () => {
    const item = (id: string, color: string, price: string) =>
      `<item><g:id>${id}</g:id><g:item_group_id>tee</g:item_group_id><title>Tee ${color}</title><g:color>${color}</g:color><g:link>https://x/${id}</g:link><g:price>${price}</g:price></item>`;
    const other =
      '<item><g:id>z</g:id><title>Z</title><g:link>https://x/z</g:link><g:price>1 EUR</g:price></item>';
    const text = feed(item('1', 'Red', '20 EUR') + other + item('2', 'Blue', '18 EUR'));
    expect(await read(text)).toMatchObject([
      { productId: 'z' },
      {
        productId: 'tee',
        title: 'Tee Red',
        url: 'https://x/1',
        priceCents: 1800,
        variants: [
          { variantId: '1', title: 'Red', priceCents: 2000 },
          { variantId: '2', title: 'Blue', options: [{ name: 'Color', value: 'Blue' }] },
        ],
      },
    ]);
  });

  const table = (price: string, sale = '', dates = '', condition = 'new', description = 'x') =>
    `id\ttitle\tlink\tprice\tsale_price\tsale_price_effective_date\tdescription\tcondition\n1\tA\thttps://x\t${price}\t${sale}\t${dates}\t${description}\t${condition}\n`;

  it.each([
    ['10 EUR', '8 EUR', '', 800, 1000],
    ['10 EUR', '10 EUR', '', 1000, null],
    ['10 EUR', '8 EUR', '2026-02-24T11:07+0100/2026-02-28T23:07+0100', 800, 1000],
    ['10 EUR', '8 EUR', '2026-02-24 / 2026-02-25', 800, 1000],
    ['10 EUR', '8 EUR', '2026-02-26/2026-02-28', 1000, null],
    ['7488 RUB', '', '', 748800, null],
  ])(
    'with %s, on sale for "%s" in "%s", costs %i instead of %s',
    async (price, sale, dates, cents, before) => {
      expect(await read(table(price, sale, dates))).toMatchObject([
        { priceCents: cents, compareAtPriceCents: before },
      ]);
    },
  );

  it.each([
    [table('10 EUR', '8 USD'), {}, 'is not in EUR, as the price is'],
    [table('10 EUR', '8 EUR', 'soon'), {}, 'expected two times with "/" between them, got "soon"'],
    [
      table('10 EUR', '', '', 'A warm lamp', 'new'),
      {},
      '"new" belongs under condition: the cells of this row have changed places',
    ],
    [table(''), {}, 'is required'],
  ])('refuses an item that cannot be right', async (text, more, message) => {
    expect(await read(text, more)).toEqual([[message]]);
  });

  it('needs a currency only where no price names one', async () => {
    expect(await read(table('10'), { currency: 'chf' })).toMatchObject([{ currency: 'CHF' }]);
    await expect(openText(table('10'))).rejects.toMatchObject({ code: 'missing-currency' });
  });

  it('may have a line with comments above its columns, as the templates of Meta have', async () => {
    const comment = '# Required: a unique id,# Required: a title\n';
    const catalog = await openText(comment + table('10.00 USD'));
    expect(catalog.counts).toMatchObject({ products: 1, rejected: 0 });
    expect(catalog.warnings).toEqual([
      '1 line above the columns of stdin was skipped: line 1 (# Required: a unique id,# Required: a title).',
    ]);
    await catalog.close();
  });

  it.each([
    [feed('<item><g:id>1</g:id>'), 'syntax', 'not well-formed'],
    [feed('<item><g:id>1 &nbsp;</g:id></item>'), 'syntax', 'not well-formed'],
    ['<svg><item>Log in</item></svg>', 'unknown-format', 'not recognised'],
  ])('is refused as a whole where it is no feed', async (text, code, message) => {
    await expect(openText(text)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });
  });

  it('is not misread where it says that it is in another encoding', async () => {
    const text = Buffer.from(
      feed('<item/>').replace('?>', ' encoding="no-such"?>') + '\xcf',
      'latin1',
    );
    await expect(openText(text)).rejects.toMatchObject({ code: 'damaged', value: 'no-such' });
  });
});
