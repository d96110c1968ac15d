import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { SandboxOptions } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { key, productsCsv, runCli, serveSandbox, stateOf, upserts } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(250));
});

const sync = ['catalog', 'sync', 'products.csv'];

async function syncJson(args: readonly string[], url: string, env: Record<string, string> = {}) {
  const run = await runCli([...sync, ...args, '--json'], { cwd, url, env });
  return { ...run, document: JSON.parse(run.stdout) as unknown };
}

describe('what was sent is remembered', () => {
  it('so that the same command is first run and daily run', async () => {
    const { sandbox, url } = await serveSandbox();
    expect((await syncJson([], url)).document).toMatchObject({
      records: { read: 250, accepted: 250, unchanged: 0 },
      requests: { sent: 3 },
    });
    await writeFile(join(cwd, 'products.csv'), productsCsv(250).replace('Product 7,', 'Seven,'));
    const second = await syncJson([], url);
    expect(second.document).toMatchObject({
      status: 'completed',
      records: { read: 250, accepted: 1, unchanged: 249, notAttempted: 0 },
      requests: { sent: 1 },
    });
    expect(second.stderr).toMatch(
      /^plan +1 product \(0 new, 1 changed\) in 2 requests \(1 to send, 1 to read products\).*; 249 unch/m,
    );
    expect(second.stderr).toMatch(/^done +1 accepted, 249 unchanged, 0 rejected/m);
    expect(sandbox.products.get('p-7')?.title).toBe('Seven');
    const full = await syncJson(['--full'], url);
    expect(full.document).toMatchObject({ records: { accepted: 250, unchanged: 0 } });
    expect(upserts(sandbox)).toHaveLength(7);
  });

  it('for the company and the origin, not for the key', async () => {
    const companies = ['comp_a', 'comp_b'] as const;
    const options: SandboxOptions = {
      apiKey: [
        { key, companies },
        { key: 'seq_live_rotated_key', companies: ['comp_a'] },
      ],
    };
    const { url } = await serveSandbox(options);
    await syncJson(['--company', 'comp_a'], url);
    const rotated = await syncJson([], url, { SEQUENZY_API_KEY: 'seq_live_rotated_key' });
    expect(rotated.document).toMatchObject({ records: { unchanged: 250 } });
    const other = await syncJson(['--company', 'comp_b'], url);
    expect(other.document).toMatchObject({ records: { accepted: 250 } });
    const elsewhere = await serveSandbox(options);
    const there = await syncJson([], elsewhere.url);
    expect(there.document).toMatchObject({ records: { accepted: 250 } });
  });

  it('also by a key that may not ask for the account, and the key stands nowhere', async () => {
    const { url } = await serveSandbox({ apiKey: [{ key, scopes: ['products:write'] }] });
    const first = await syncJson([], url);
    expect(first.stderr).toMatch(/did not say which company.*--company/);
    expect((await syncJson([], url)).document).toMatchObject({ records: { unchanged: 250 } });
    const files = await readdir(stateOf(cwd), { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const path = join(file.parentPath, file.name);
      expect(await readFile(path, 'utf8')).not.toContain(key);
      expect((await stat(path)).mode & 0o077).toBe(0);
    }
    expect((await stat(stateOf(cwd))).mode & 0o777).toBe(0o700);
  });

  it('not of a private sandbox', async () => {
    await runCli(['--sandbox', ...sync], { cwd });
    const { stderr } = await runCli(['--sandbox', ...sync], { cwd });
    expect(stderr).toMatch(/250 accepted/);
    await expect(stat(stateOf(cwd))).rejects.toThrow('ENOENT');
  });

  it('and a product that was deleted is sent again', async () => {
    const { sandbox, url } = await serveSandbox();
    await syncJson([], url);
    await runCli(['catalog', 'delete', 'p-7', '--yes'], { cwd, url });
    expect(sandbox.products.size).toBe(249);
    expect((await syncJson([], url)).document).toMatchObject({
      records: { accepted: 1, unchanged: 249 },
    });
    expect(sandbox.products.size).toBe(250);
  });
});

describe('a dry run', () => {
  it('asks only whose the key is, and what would start, to tell new, changed, unchanged, restocks, requests and minutes', async () => {
    const { sandbox, url } = await serveSandbox();
    const header = 'productId,title,inStock\n';
    await writeFile(join(cwd, 'products.csv'), `${header}a,A,no\nb,B,yes\nc,C,no\n`);
    await syncJson([], url);
    await writeFile(join(cwd, 'products.csv'), `${header}a,A,yes\nb,B,yes\nd,D,yes\n`);
    const before = sandbox.requests.length;
    const { exitCode, document, stderr } = await syncJson(['--dry-run', '--prune'], url);
    expect(exitCode).toBe(0);
    expect(sandbox.requests.slice(before).map(({ path }) => path)).toEqual([
      '/api/v1/account',
      '/api/v1/sequences',
      '/api/v1/sync-rules',
    ]);
    expect(document).toMatchObject({
      status: 'planned',
      records: { read: 3, unchanged: 1, notAttempted: 2 },
      plan: {
        new: 1,
        changed: 1,
        unchanged: 1,
        restocks: { products: 1, variants: 0 },
        toDelete: 1,
        firstToDelete: ['c'],
        requests: 1,
        milliseconds: 0,
      },
    });
    expect(stderr).toMatch(/^restocks +1 product and 0 variants come back in stock; Sequenzy/m);
    expect(stderr).toMatch(/^planned +1 new, 1 changed, 1 unchanged, 0 rejected, 1 to delete;/m);
  });

  it('says when it cannot know what was sent, and counts everything as new', async () => {
    const { exitCode, stderr } = await runCli([...sync, '--dry-run'], { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^warning +Which company .* not known .*--company/m);
    expect(stderr).toMatch(/^planned +250 new, 0 changed/m);
  });
});

describe('--max-restocks', () => {
  beforeEach(async () => {
    await writeFile(join(cwd, 'products.csv'), 'productId,title,inStock\na,A,no\nb,B,no\n');
  });

  it('stops a plan with more of them before anything is sent', async () => {
    const { sandbox, url } = await serveSandbox();
    await syncJson([], url);
    await writeFile(join(cwd, 'products.csv'), 'productId,title,inStock\na,A,yes\nb,B,yes\n');
    const refused = await syncJson(['--max-restocks', '1'], url);
    expect(refused.exitCode).toBe(2);
    expect(refused.document).toMatchObject({
      status: 'failed',
      records: { read: 2, notAttempted: 2 },
      stoppedBy: { code: 'max-restocks' },
    });
    expect(upserts(sandbox)).toHaveLength(1);
    expect((await syncJson(['--max-restocks', '2'], url)).exitCode).toBe(0);
  });

  it('watches what the server triggers, too', async () => {
    const { sandbox, url } = await serveSandbox();
    for (const productId of ['a', 'b']) {
      sandbox.seedProducts([{ productId, title: productId, inStock: false }]);
      await fetch(`${url}/api/v1/back-in-stock`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ productId, customer: { email: 'ada@example.com' } }),
      });
    }
    await writeFile(join(cwd, 'products.csv'), 'productId,title,inStock\na,A,yes\nb,B,yes\n');
    const { exitCode, document } = await syncJson(['--max-restocks', '1'], url);
    expect(exitCode).toBe(75);
    expect(document).toMatchObject({ status: 'stopped', stoppedBy: { code: 'ceiling' } });
  });
});

describe('what the server has stored otherwise than it was sent', () => {
  it('is a warning with product and field; beyond ten only a number', async () => {
    await writeFile(join(cwd, 'products.csv'), productsCsv(12));
    const { document, exitCode } = await syncJson([], await shoutingServer());
    expect(exitCode).toBe(0);
    const { warnings } = document as { warnings: string[] }; // looked at below
    expect(warnings).toContain('p-3: title was sent as "Product 3" and is stored as "PRODUCT 3".');
    expect(warnings.filter((warning) => warning.includes('is stored as'))).toHaveLength(10);
    expect(warnings.at(-1)).toMatch(/^2 more fields are stored otherwise/);
  });
});

/** An API that stores every title in capitals. */
async function shoutingServer(): Promise<string> {
  const answer = async (request: IncomingMessage): Promise<object> => {
    if (request.method === 'GET') return { success: true, currentCompanyId: 'comp_1' };
    const { products } = (await json(request)) as { products: { title: string }[] }; // what the CLI sends
    return { products: products.map((one) => ({ ...one, title: one.title.toUpperCase() })) };
  };
  const server = createServer((request, response) => {
    void answer(request).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `http://127.0.0.1:${String(port)}`;
}
