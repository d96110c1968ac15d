import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCatalog } from '../open/catalog.ts';
import { isPrivateAddress } from './web-address.ts';
import type { RemoteOptions, Validators } from './remote-options.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const feed = 'productId,title\n1,Lamp\n';
let server: Server;
let answer: Answer;
let origin = '';
let requests: IncomingMessage[] = [];

beforeEach(async () => {
  requests = [];
  answer = (_request, response) => response.end(feed);
  server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  origin = `http://127.0.0.1:${String(port)}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function titles(files: readonly string[], remote: RemoteOptions = {}): Promise<unknown[]> {
  const catalog = await openCatalog(files, { remote: { allowPrivateAddresses: true, ...remote } });
  const found: unknown[] = [catalog.files.join()];
  for await (const { product } of catalog.records()) found.push(product?.title);
  await catalog.close();
  return found;
}

describe('a file at a web address', () => {
  it('is read like any other, packed for the way, as a file, or both', async () => {
    const packed = gzipSync(feed);
    const forms: [Buffer | string, string | undefined][] = [
      [feed, undefined],
      [packed, 'gzip'],
      [packed, undefined],
      [gzipSync(packed), 'gzip'],
    ];
    for (const [body, encoding] of forms) {
      answer = (_request, response) => {
        if (encoding !== undefined) response.setHeader('content-encoding', encoding);
        response.end(body);
      };
      expect(await titles([`${origin}/feed.csv`])).toEqual([`${origin}/feed.csv`, 'Lamp']);
    }
  });

  it('costs nothing while it has not changed', async () => {
    answer = (request, response) => {
      const isSame = request.headers['if-none-match'] === '"a"';
      response.writeHead(isSame ? 304 : 200, { etag: '"a"', 'last-modified': 'then' });
      const other = feed.replace('Lamp', 'Lantern');
      response.end(isSame ? undefined : request.url === '/other' ? other : feed);
    };
    const seen = new Map<string, Validators>();
    const url = `${origin}/feed`;
    await titles([url], { onValidators: (file, validators) => seen.set(file, validators) });
    expect(seen).toEqual(new Map([[url, { etag: '"a"', lastModified: 'then' }]]));
    await expect(titles([url], { remembered: seen })).rejects.toMatchObject({
      code: 'not-modified',
    });
    expect(requests.at(-1)?.headers['if-modified-since']).toBe('then');
    // Beside one that has changed it is needed whole.
    const other = `${origin}/other`;
    const remembered = new Map([[url, { etag: '"a"' }]]);
    expect(await titles([url, other], { remembered })).toEqual([
      `${url},${other}`,
      'Lamp',
      'Lantern',
    ]);
  });

  it('is not taken for unchanged by a server that was not asked', async () => {
    answer = (_request, response) => response.writeHead(304, { etag: '"a"' }).end();
    for (const remembered of [undefined, new Map([[`${origin}/feed`, {}]])]) {
      await expect(
        titles([`${origin}/feed`], remembered === undefined ? {} : { remembered }),
      ).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringMatching('answers 304') as string,
      });
    }
  });

  it('is asked for with the password of its address, which no message shows', async () => {
    const url = `${origin.replace('//', '//ann:s%40crt@')}/feed?token=hidden`;
    answer = (_request, response) => response.writeHead(403).end();
    const error: unknown = await titles([url]).catch((caught: unknown) => caught);
    expect(requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('ann:s@crt').toString('base64')}`,
    );
    expect(error).toMatchObject({ code: 'unreadable', file: `${origin}/feed?…` });
    expect(String(error)).not.toMatch(/crt|hidden/);
    const twice: unknown = await titles([url, url]).catch((caught: unknown) => caught);
    expect(String(twice)).not.toMatch(/crt|hidden/);
  });

  it.each(['ann:hun%zz', 'a%nn:x', 'ann:%'])(
    'is refused with %j before it, unshown',
    async (who) => {
      const url = `${origin.replace('//', `//${who}@`)}/feed`;
      const error: unknown = await titles([url]).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'bad-option', file: `${origin}/feed` });
      expect(String(error)).toMatch(
        /holds a % without the two digits of a code\. Write %25 for a %/,
      );
      expect(String(error)).not.toContain(who);
      expect(requests).toEqual([]);
    },
  );

  it('is told from a login page', async () => {
    answer = (_request, response) => response.end('\n<!doctype html><title>Log in</title>');
    await expect(titles([`${origin}/feed`])).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(
        /^\S+\/feed: this is a web page, not a file with records\. Open the address in a browser/,
      ) as string,
    });
  });

  it('is followed to another origin only without a password', async () => {
    answer = (request, response) => {
      if (request.url === '/feed') response.end(feed);
      else
        response
          .writeHead(302, { location: `${origin.replace('127.0.0.1', 'localhost')}/feed` })
          .end();
    };
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    expect(await titles([`${origin}/old`], { resolve })).toContain('Lamp');
    const withPassword = `${origin.replace('//', '//ann:secret@')}/old`;
    await expect(titles([withPassword], { resolve })).rejects.toThrow(/redirects to localhost/);
    expect(requests.filter(({ url }) => url === '/feed')).toHaveLength(1);
  });

  it('keeps its password on a redirect inside its origin, and stops after five', async () => {
    answer = (_request, response) => response.writeHead(307, { location: '/again' }).end();
    await expect(titles([`${origin.replace('//', '//ann:secret@')}/`])).rejects.toThrow(
      /more than 5 times/,
    );
    expect(requests.at(-1)?.headers.authorization).toMatch(/^Basic /);
  });

  it.each(['http://shop.example/feed', 'ftp://shop.example/feed', 'https://'])(
    'is refused without TLS elsewhere: %s',
    async (url) => {
      await expect(titles([url])).rejects.toMatchObject({ code: 'bad-option' });
    },
  );

  it('is refused in a private network, by address, by name, and beside public addresses', async () => {
    const local = { allowPrivateAddresses: false };
    await expect(titles([`${origin}/feed`], local)).rejects.toThrow(/private network \(127/);
    const resolve = () =>
      Promise.resolve([
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ]);
    await expect(titles(['https://shop.example/feed'], { ...local, resolve })).rejects.toThrow(
      /private network \(10\.0\.0\.7\)/,
    );
    expect(requests).toHaveLength(0);
  });

  it.each([
    ['127.0.0.1', 4, true],
    ['169.254.169.254', 4, true],
    ['172.31.0.1', 4, true],
    ['100.64.1.1', 4, true],
    ['8.8.8.8', 4, false],
    ['::1', 6, true],
    ['::ffff:10.0.0.1', 6, true],
    ['fe80::1', 6, true],
    ['fec0::1', 6, true],
    ['::7f00:1', 6, true],
    ['64:ff9b:1::a00:1', 6, true],
    ['2001:0:a00:1::', 6, true],
    ['fd00::1', 6, true],
    ['2001:4860:4860::8888', 6, false],
  ])('knows whether %s is private', (address, family, isPrivate) => {
    expect(isPrivateAddress(address, family)).toBe(isPrivate);
  });

  it('is fetched through the proxy that is given for it, with its password', async () => {
    const asked: unknown[] = [];
    const proxyFetch = ({ hostname }: URL) =>
      hostname === 'shop.example'
        ? (input: unknown, init: RequestInit = {}) => {
            asked.push(String(input), new Headers(init.headers).get('authorization'));
            return Promise.resolve(new Response(feed, { headers: { etag: '"a"' } }));
          }
        : undefined;
    const seen: unknown[] = [];
    const files = ['https://ann:s%40crt@shop.example/feed', `${origin}/feed`];
    const onValidators = (file: string, { etag }: Validators) => seen.push([file, etag]);
    expect(await titles(files, { proxyFetch, onValidators })).toContain('Lamp');
    expect(asked).toEqual([
      'https://shop.example/feed',
      `Basic ${Buffer.from('ann:s@crt').toString('base64')}`,
    ]);
    expect(seen).toContainEqual([files[0], '"a"']);
    expect(requests).toHaveLength(1);
  });

  it.each([
    'https://10.0.0.7/feed',
    'https://[::1]/feed',
    'https://2130706433/feed',
    'http://localhost/feed',
    'https://shop.localhost./feed',
    'https://printer.local/feed',
    'https://metadata.google.internal/feed',
    'https://intranet/feed',
  ])(
    'is refused behind a proxy as well when it is %s, at once or after a redirect',
    async (url) => {
      let redirects = 0;
      const proxyFetch = () => () => {
        redirects += 1;
        return Promise.resolve(new Response(null, { status: 302, headers: { location: url } }));
      };
      const local = { allowPrivateAddresses: false, proxyFetch };
      await expect(titles([url], local)).rejects.toThrow(/inside a private network/);
      expect(redirects).toBe(0);
      await expect(titles(['https://shop.example/feed'], local)).rejects.toThrow(
        /inside a private network/,
      );
      expect(redirects).toBe(1);
    },
  );

  it('is refused when it is too large, said or unsaid, packed or not', async () => {
    const limits = { maxBytes: 1000 };
    const large = `productId,title\n1,${'x'.repeat(5000)}`;
    answer = (_request, response) => response.end(large);
    await expect(titles([origin], limits)).rejects.toThrow(/larger than 1000 bytes/);
    answer = (_request, response) => response.end(gzipSync(large));
    await expect(titles([origin], limits)).rejects.toThrow(/larger than 1000 bytes/);
  });

  it('is given up when nothing comes, and when it does not end', async () => {
    answer = () => undefined;
    await expect(titles([origin], { firstByteTimeout: 50 })).rejects.toThrow(/within 0.05 s/);
    answer = (_request, response) => response.write(feed);
    await expect(titles([origin], { firstByteTimeout: 5000, timeout: 200 })).rejects.toThrow(
      /not finished after 0.2 s/,
    );
  });

  it('stops when the user wants it', async () => {
    const stop = new AbortController();
    answer = () => {
      stop.abort(new Error('stopped'));
    };
    await expect(
      openCatalog([origin], { signal: stop.signal, remote: { allowPrivateAddresses: true } }),
    ).rejects.toThrow('stopped');
  });

  it('is refused when the connection breaks in the middle, or nobody listens', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(feed, () => response.destroy());
    };
    await expect(titles([origin])).rejects.toMatchObject({ code: 'unreadable' });
    await expect(titles(['http://127.0.0.1:1/feed'])).rejects.toThrow(/refuses the connection/);
  });
});
