import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../open/open-text.ts';

const header = 'TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,IMAGE1,VARIATION 1 VALUES,SKU\n';

describe('an Etsy table', () => {
  it('is known by a single SKU, else by its title', async () => {
    const records = await recordsOf(
      `${header}Crème — 3″ Pot!,,5,USD,1,,,\nFern,,5,USD,1,,,F1\nMoss,,5,USD,1,,,"M1,M2"\n`,
    );
    expect(records.map(({ key }) => key)).toEqual(['creme-3-pot', 'F1', 'moss']);
  });

  it('has a description of many lines', async () => {
    const [record] = await recordsOf(
      `${header}Fern,"Green &amp; 3&quot;  tall\n\n🎁 kit,  <3",5,USD,0,https://x/1.jpg,,\n`,
    );
    expect(record?.product).toEqual({
      productId: 'fern',
      title: 'Fern',
      description: 'Green & 3" tall\n\n🎁 kit,  <3',
      imageUrl: 'https://x/1.jpg',
      priceCents: 500,
      currency: 'USD',
      inStock: false,
    });
  });

  it('says that variations are not sent', async () => {
    const catalog = await openText(`${header}Fern,,5,USD,1,,"1x,2x",F1\n`);
    expect(catalog.warnings).toEqual([
      '1 listing has variations; the file has no price and no stock for them, and they are not sent.',
    ]);
    await catalog.close();
  });

  it.each([
    ['Fern,,5,USD,1,,,\nFERN!,,6,USD,1,,,\n', 'makes the same id as the listing on line 2'],
    ['Fern,,5,dollars,1,,,\n', 'expected an ISO 4217 code such as USD, got "dollars"'],
    ['Fern,,€5,USD,1,,,\n', '"€5" is not an amount in USD'],
    ['Fern,,5,USD,some,,,\n', 'expected a whole number, got "some"'],
    [',,5,USD,1,,,\n', 'is required'],
  ])('refuses %s', async (rows, message) => {
    const [record] = await recordsOf(header + rows);
    expect(record?.faults.map((fault) => fault.message)).toContain(message);
  });
});
