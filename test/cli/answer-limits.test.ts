import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { productsCsv, startCli, type Run } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(3));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${String(port)}`;
}

/** A body without an end. */
function endless(beginning = ''): Readable {
  const chunk = Buffer.alloc(64 * 1024, 'long ');
  return Readable.from(
    (function* () {
      yield Buffer.from(beginning);
      for (;;) yield chunk;
    })(),
  );
}

const account = JSON.stringify({ success: true, currentCompanyId: 'co_1' });

/** What a run says, and the most memory it has taken, in MB. */
async function watched(args: readonly string[], url: string): Promise<Run & { megabytes: number }> {
  const running = startCli(args, { cwd, url });
  let megabytes = 0;
  const watch = setInterval(() => {
    readFile(`/proc/${String(running.process.pid)}/status`, 'utf8').then(
      (status) => {
        const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
        megabytes = Math.max(megabytes, Number(kilobytes) / 1024);
      },
      () => undefined, // it is over
    );
  }, 10);
  try {
    return { ...(await running.done), megabytes };
  } finally {
    clearInterval(watch);
  }
}

describe('an answer that is too large', () => {
  it.each<[string, number, Record<string, string>, (body: Readable) => Readable]>([
    ['without an end', 200, {}, (body) => body],
    ['packed into very little', 200, { 'content-encoding': 'gzip' }, (body) => body.pipe(createGzip())],
  ])('is not read to its end: a success %s', async (_, status, headers, pack) => {
    const url = await serve((request, response) => {
      request.resume();
      if (request.url?.endsWith('/account') === true) return response.end(account);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      return pack(endless('{"success":true,"x":"')).pipe(response);
    });
    const run = await watched(['catalog', 'sync', 'products.csv', '--json'], url);
    expect(run.stderr).toMatch(/200 with an answer of more than 8388608 bytes, which is not read/);
    expect(run.exitCode).toBe(3);
    expect(run.megabytes).toBeGreaterThan(20);
    expect(run.megabytes).toBeLessThan(200);
  }); // prettier-ignore

  it('is told shortened, and only its beginning is read: an error without an end', async () => {
    const url = await serve((request, response) => {
      request.resume();
      response.writeHead(400, { 'content-type': 'text/plain' });
      endless('No. ').pipe(response);
    });
    const run = await watched(['catalog', 'list', '--json'], url);
    expect(run.exitCode).toBe(75);
    expect(run.stdout).toMatch(/400 No\. long long .{200,300}…"/);
    expect(run.stdout.length + run.stderr.length).toBeLessThan(2000);
    expect(run.megabytes).toBeLessThan(200);
  });

  it('is read again in smaller pages where it is a page of a list', async () => {
    const asked: string[] = [];
    const stored = 120;
    const url = await serve((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
      const [limit, offset] = ['limit', 'offset'].map((name) => Number(searchParams.get(name)));
      asked.push(`${String(limit)}@${String(offset)}`);
      const count = Math.max(0, Math.min(limit ?? 0, stored - (offset ?? 0)));
      const products = Array.from({ length: count }, (_, index) => ({
        productId: `p-${String((offset ?? 0) + index)}`,
        title: 'x'.repeat(150_000),
      }));
      const hasMore = (offset ?? 0) + count < stored;
      response.end(JSON.stringify({ success: true, products, pagination: { hasMore } }));
    });
    const run = await watched(['catalog', 'list', '--limit', 'all'], url);
    expect(run.exitCode).toBe(0);
    expect(run.stdout.match(/^p-\d+\t/gm)).toHaveLength(stored);
    expect(asked).toEqual(['100@0', '50@0', '50@50', '50@100']);
  });
});

describe('words of the server', () => {
  it.each([
    ['a short key is no secret', 'k', 'An API key is needed'],
    ['a word is hidden where it stands alone', 'needed-by', 'An API key is needed-by'],
  ])('%s', async (_, key, sentence) => {
    const url = await serve((request, response) => {
      request.resume();
      response.writeHead(400).end(JSON.stringify({ success: false, error: sentence }));
    });
    const env = { SEQUENZY_API_KEY: key };
    const running = startCli(['catalog', 'list', '--json'], { cwd, url, env });
    const { stdout } = await running.done;
    expect(stdout).toContain(key === 'k' ? 'An API key is needed' : 'An API key is [key]');
  });
});
