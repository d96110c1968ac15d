import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../open/catalog.ts';
import { openText, openOrdersText } from '../open/open-text.ts';
import { openOrders } from '../open/orders.ts';
import { order as champOrder } from '../platforms/checkoutchamp/orders/fixtures/sample.ts';
import { order as stickyOrder } from '../platforms/stickyio/orders/fixtures/sample.ts';

const wooError = {
  code: 'woocommerce_rest_cannot_view',
  message: 'Sorry, you cannot list resources.',
  data: { status: 401 },
};
const shopifyError = { errors: '[API] Invalid API key or access token' };

/** Compact, and laid out over several lines. */
const layouts = [0, 1] as const;

describe('an answer that something is wrong', () => {
  it.each([
    ['checkoutchamp', { result: 'ERROR', message: 'Invalid login' }, 'Invalid login'],
    ['checkoutchamp', { result: 'ERROR', message: { orderId: 'bad' } }, '{"orderId":"bad"}'],
    ['checkoutchamp', { result: 'ERROR' }, 'no reason is given'],
    [
      'stickyio',
      { response_code: '200', error_message: 'Invalid login' },
      'Invalid login (response_code 200)',
    ],
    ['stickyio', { responseCode: 10666 }, 'no reason is given (response_code 10666)'],
    ['woocommerce', wooError, wooError.message],
    ['shopify', shopifyError, shopifyError.errors],
  ])('is told in the words of %s where orders are wanted: %j', async (from, answer, said) => {
    for (const indent of layouts) {
      const text = JSON.stringify(answer, null, indent);
      for (const options of [{}, { from }]) {
        await expect(openOrdersText(text, options)).rejects.toMatchObject({
          code: 'unusable',
          file: 'stdin',
          message: expect.stringContaining(
            `error message from the platform, not data: "${said}". Put that right`,
          ) as string,
        });
      }
    }
  });

  it.each([
    [{ error: { type: 'invalid_request_error', message: 'No such key' } }, 'No such key'],
    [wooError, wooError.message],
    [shopifyError, shopifyError.errors],
    [{ errors: [{ message: 'Throttled' }] }, '[{"message":"Throttled"}]'],
  ])('is told where products are wanted: %j', async (answer, said) => {
    for (const indent of layouts) {
      await expect(openText(JSON.stringify(answer, null, indent))).rejects.toMatchObject({
        code: 'unusable',
        message: expect.stringContaining(
          `error message from the platform, not data: "${said}"`,
        ) as string,
      });
    }
  });

  it('among orders refuses the whole input by its line, and is cut where it is long', async () => {
    const error = { result: 'ERROR', message: `Busy\n${'x'.repeat(400)}` };
    const lines = [champOrder, error].map((one) => JSON.stringify(one)).join('\n');
    const refusal = openOrdersText(lines, { timezone: 'UTC' });
    await expect(refusal).rejects.toMatchObject({ code: 'unusable', line: 2 });
    await expect(refusal).rejects.toThrow(`"Busy ${'x'.repeat(295)}…"`);
  });
});

describe('a list of which pages are missing', () => {
  const options = { timezone: 'UTC', currency: 'USD' };
  const champ = (totalResults: unknown, ...ids: string[]) => ({
    result: 'SUCCESS',
    message: {
      data: Object.fromEntries(ids.map((orderId) => [orderId, { ...champOrder, orderId }])),
      page: 1,
      totalResults,
    },
  });
  const sticky = (total_orders: string) => ({
    response_code: '100',
    total_orders,
    data: { '10001': stickyOrder },
  });

  it.each([
    ['checkoutchamp', champ(300, 'a', 'b'), /300 orders, and 2 were read: pages.*resultsPerPage/],
    ['checkoutchamp', champ('3', 'a', 'b'), /3 orders, and 2 were read: pages are missing/],
    ['stickyio', sticky('2'), /2 orders, and 1 were read: pages are missing/],
  ])('of %s is said', async (_, answer, warning) => {
    for (const indent of layouts) {
      const orders = await openOrdersText(JSON.stringify(answer, null, indent), options);
      expect(orders.warnings).toEqual([expect.stringMatching(warning)]);
      await orders.close();
    }
  });

  it.each([
    ['checkoutchamp', champ(2, 'a', 'b')],
    ['stickyio', sticky('1')],
  ])('is nothing to say of %s where none is missing', async (_, answer) => {
    const orders = await openOrdersText(JSON.stringify(answer), options);
    expect(orders.warnings).toEqual([]);
    await orders.close();
  });

  it('is complete once all pages are read together', async () => {
    const folder = await tempFolder();
    const files = [champ(3, 'a', 'b'), champ(3, 'c')].map((answer, page) => {
      const path = join(folder, `page-${String(page)}.json`);
      return writeFile(path, JSON.stringify(answer)).then(() => path);
    });
    const orders = await openOrders(await Promise.all(files), options);
    expect([orders.counts.rows, orders.warnings]).toEqual([3, []]);
    await orders.close();
  });

  const product = { id: 'prod_1', object: 'product', active: true, name: 'Tee', has_more: true };
  const price = {
    id: 'price_1',
    object: 'price',
    active: true,
    product: 'prod_1',
    currency: 'usd',
  };
  const list = (data: object, has_more: boolean, url: string) =>
    JSON.stringify({ object: 'list', url, data: [{ ...data }], has_more });

  async function read(...texts: string[]) {
    const folder = await tempFolder();
    const files = texts.map(async (text, at) => {
      const path = join(folder, `${String(at)}.json`);
      await writeFile(path, text);
      return path;
    });
    const catalog = await openCatalog(await Promise.all(files));
    await catalog.close();
    return catalog;
  }

  it('of Stripe is said for each of its two lists', async () => {
    const prices = list({ ...price, unit_amount: 5 }, false, '/v1/prices');
    const more = await read(list(product, true, '/v1/products'), prices);
    expect(more.lacksPages).toBe(true);
    expect(more.warnings.at(-1)).toMatch(
      /more products follow, .* pages are missing.*starting_after/,
    );
    const all = [
      list(product, true, '/v1/products'),
      list({ ...product, id: 'prod_2' }, false, '/v1/products'),
      prices,
    ];
    const whole = await read(...all);
    expect(whole.lacksPages).toBe(false);
    expect(whole.warnings.join()).not.toContain('pages');
  });

  it('of Fanfare is said', async () => {
    const fanfare = {
      id: 'p',
      name: 'P',
      organizationId: 'o',
      archived: false,
      url: 'https://x.example',
    };
    const answer = (hasNextPage: boolean) =>
      openText(JSON.stringify({ data: [fanfare], pageInfo: { hasNextPage, endCursor: 'c' } }));
    const [more, last] = [await answer(true), await answer(false)];
    expect([more.lacksPages, last.lacksPages]).toEqual([true, false]);
    expect(more.warnings.at(-1)).toContain('pages are missing');
    await more.close();
    await last.close();
  });
});
