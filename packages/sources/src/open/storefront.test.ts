import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCatalog } from './catalog.ts';
import type { CatalogOptions } from '../kinds/products/catalog.ts';
import { allOf } from '../conformance/suite.ts';

type Answer = (page: number, response: ServerResponse, path: string) => void;

let server: Server;
let answer: Answer;
let origin = '';
let asked: string[] = [];
let waits: number[] = [];

beforeEach(async () => {
  asked = [];
  waits = [];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://shop.example');
    asked.push(url.pathname + url.search);
    answer(Number(url.searchParams.get('page')), response, url.pathname);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  origin = `http://127.0.0.1:${String(port)}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const product = (id: number) => ({
  id,
  title: `Tee ${String(id)}`,
  handle: `tee-${String(id)}`,
  variants: [{ id: id * 10, title: 'Default Title', available: true, price: '20.00' }],
  options: [{ name: 'Title', values: ['Default Title'] }],
});

const pagesOf = (...pages: readonly (readonly number[])[]): Answer => {
  return (page, response) =>
    response.end(JSON.stringify({ products: (pages[page - 1] ?? []).map(product) }));
};

async function read(path: string, options: CatalogOptions = {}) {
  const catalog = await openCatalog([`${origin}${path}`], {
    currency: 'EUR',
    ...options,
    remote: {
      allowPrivateAddresses: true,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      ...options.remote,
    },
  });
  const records = await allOf(catalog.records());
  await catalog.close();
  return { source: catalog.source.name, products: records.map((one) => one.product) };
}

const faultOf = (path: string, options?: CatalogOptions): Promise<unknown> =>
  read(path, options).catch((error: unknown) => error);

describe('the list of products that a shop shows to everybody', () => {
  it('is read page by page, one request at a time and with pauses, up to an empty page', async () => {
    answer = pagesOf([1, 2], [3]);
    const { source, products } = await read('/products.json');
    expect(source).toBe('shopify');
    expect(products).toMatchObject([
      { productId: '1', url: `${origin}/products/tee-1`, priceCents: 2000, currency: 'EUR' },
      { productId: '2' },
      { productId: '3', inStock: true },
    ]);
    const pages = [1, 2, 3].map((page) => `/products.json?limit=250&page=${String(page)}`);
    expect(asked).toEqual(pages);
    expect(waits).toEqual([500, 500]);
  });

  it.each([
    '/collections/sale/products.json',
    '/de/products.json',
    '/en-gb/collections/a/products.json',
  ])('can be that of a collection or a language: %s', async (path) => {
    answer = pagesOf([1], [2]);
    const { products } = await read(path);
    const language = /^\/(?!coll)[^/]+/.exec(path)?.[0] ?? '';
    expect(products.map((one) => one?.url)).toEqual(
      [1, 2].map((id) => `${origin}${language}/products/tee-${String(id)}`),
    );
  });

  it('has its pages in the shop that the user names', async () => {
    answer = pagesOf([1]);
    const { products } = await read('/products.json', { storeUrl: 'https://shop.example' });
    expect(products[0]?.url).toBe('https://shop.example/products/tee-1');
  });

  it('needs the currency', async () => {
    answer = pagesOf([1]);
    const noCurrency = openCatalog([`${origin}/products.json`], {
      remote: { allowPrivateAddresses: true, wait: () => Promise.resolve() },
    });
    await expect(noCurrency).rejects.toMatchObject({ code: 'missing-currency' });
  });

  it.each([429, 430, 503])('is asked for more slowly after %i', async (status) => {
    let refusals = 2;
    answer = (page, response, path) => {
      if (page === 2 && refusals > 0) {
        refusals -= 1;
        response.writeHead(status, refusals === 1 ? { 'retry-after': '7' } : {}).end();
      } else pagesOf([1], [2])(page, response, path);
    };
    expect((await read('/products.json')).products).toHaveLength(2);
    expect(waits).toEqual([500, 7000, 4000, 500]);
  });

  it.each<[string, Answer, RegExp]>([
    [
      'answers 430 on and on',
      (_page, response) => response.writeHead(430).end(),
      /asked too often.*Try again in an hour/,
    ],
    [
      'asks for a wait of an hour',
      (_page, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
      /asked too often/,
    ],
    [
      'is closed by a password',
      (_page, response, path) =>
        path === '/password'
          ? response.end('<html>')
          : response.writeHead(302, { location: '/password' }).end(),
      /asks its visitors for a password.*Open the shop first/,
    ],
    [
      'has none',
      (_page, response) => response.writeHead(404).end(),
      /no list of products at this address/,
    ],
    [
      'breaks off behind a page',
      (page, response, path) => {
        if (page === 1) pagesOf([1])(page, response, path);
        else response.writeHead(500).end();
      },
      /products\.json, page 2: the server answers 500/,
    ],
    [
      'sends a web page in the middle',
      (page, response, path) => {
        if (page === 1) pagesOf([1])(page, response, path);
        else response.end('<html>');
      },
      /page 2: the answer is not a page of the list/,
    ],
    [
      'repeats its first page',
      (_page, response) => response.end(JSON.stringify({ products: [product(1)] })),
      /page 2: the answer repeats the page before it/,
    ],
  ])('is refused where the shop %s', async (_, answers, message) => {
    answer = answers;
    const error = await faultOf('/products.json');
    expect(error).toMatchObject({ code: 'unreadable' });
    expect(String(error)).toMatch(message);
    expect(Math.max(0, ...waits)).toBeLessThanOrEqual(60_000);
  });

  it('ends at 25,000 products, and says so instead of leaving the others out', async () => {
    answer = (page, response, path) => {
      if (page > 100)
        response.writeHead(400).end('{"errors":"Page * Limit exceeds the 25000 limit."}');
      else pagesOf(...Array.from({ length: 100 }, (_, at) => [at]))(page, response, path);
    };
    expect(String(await faultOf('/products.json'))).toMatch(/no more than 25,000 products/);
  });

  it('can be empty', async () => {
    answer = pagesOf([]);
    expect((await read('/products.json')).products).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('is no list where the address names a page, or a file only has its name', async () => {
    answer = pagesOf([1], [2]);
    expect((await read('/products.json?page=2')).products).toMatchObject([{ productId: '2' }]);
    answer = (_page, response) => response.end('[{"productId":"a","title":"Lamp"}]');
    asked = [];
    const lamps = await read('/products.json');
    expect([lamps.source, lamps.products.length, asked.length]).toEqual(['generic', 1, 1]);
  });

  it('stops where the user stops it, or it is too large', async () => {
    answer = pagesOf(...Array.from({ length: 50 }, (_, at) => [at]));
    const maxBytes = 2000;
    expect(String(await faultOf('/products.json', { remote: { maxBytes } }))).toMatch(
      /larger than 2000 bytes/,
    );
    const stop = new AbortController();
    const stopped = read('/products.json', {
      signal: stop.signal,
      remote: {
        wait: () => {
          stop.abort(new Error('stopped'));
          return Promise.resolve();
        },
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
  });
});
