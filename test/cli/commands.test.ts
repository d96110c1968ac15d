import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox, startCli, until } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const mug = { productId: 'mug', title: 'Mug', priceCents: 1450, currency: 'EUR', inStock: true };
const tee = {
  productId: 'tee/1',
  title: 'Tee',
  currency: 'JPY',
  variants: [{ variantId: 's', title: 'S', priceCents: 500, sku: 'T-S', inventoryQuantity: 0 }],
};

describe('catalog sync', () => {
  it('reads standard input, and gzip, and several files', async () => {
    const { sandbox, url } = await serveSandbox();
    const piped = await runCli(['catalog', 'sync', '-'], { cwd, url, stdin: productsCsv(2) });
    expect(piped.stderr).toMatch(/^stdin /m);
    await writeFile(join(cwd, 'a.csv.gz'), gzipSync(productsCsv(2, 10)));
    await writeFile(join(cwd, 'b.csv'), productsCsv(2, 20));
    const { exitCode, stderr } = await runCli(['catalog', 'sync', 'a.csv.gz', 'b.csv'], {
      cwd,
      url,
    });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^2 files .*4 products/m);
    expect(sandbox.products.size).toBe(6);
  });

  it('renames columns by --map, clears by --empty, and sends to --company', async () => {
    const companies = ['comp_a', 'comp_b'] as const;
    const { sandbox, url } = await serveSandbox({
      apiKey: [{ key: 'seq_live_sandbox', companies }],
    });
    sandbox.seedProducts([{ ...mug, url: 'https://s.example/mug' }], { companyId: 'comp_b' });
    await writeFile(join(cwd, 'map.json'), '{"Artikel": "productId", "Name": "title"}');
    await writeFile(join(cwd, 'p.csv'), 'Artikel,Name,url\nmug,Becher,\n');
    const args = ['catalog', 'sync', 'p.csv', '--map', 'map.json', '--company', 'comp_b'];
    expect((await runCli([...args, '--empty', 'clear'], { cwd, url })).exitCode).toBe(0);
    const stored = sandbox.company('comp_b').products.get('mug');
    expect(stored).toMatchObject({ title: 'Becher', priceCents: 1450 });
    expect(stored?.url ?? null).toBeNull();
    expect(sandbox.products.size).toBe(0);
  });

  it('keeps to --rate, without a 429 from a server that enforces it', async () => {
    await writeFile(join(cwd, 'p.csv'), productsCsv(2500));
    const { url } = await serveSandbox({ rateLimit: true });
    const { stdout } = await runCli(['catalog', 'sync', 'p.csv', '--json'], { cwd, url });
    const paced = JSON.parse(stdout) as { durationMs: number }; // looked at below
    expect(paced).toMatchObject({ requests: { sent: 25, rateLimited: 0 } });
    expect(paced.durationMs).toBeGreaterThan(1000);
  });

  it('tells the restocks it has caused', async () => {
    const { sandbox, url } = await serveSandbox();
    sandbox.seedProducts([{ ...mug, inStock: false }]);
    await fetch(`${url}/api/v1/back-in-stock`, {
      method: 'POST',
      headers: { authorization: 'Bearer seq_live_sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ productId: 'mug', customer: { email: 'ada@example.com' } }),
    });
    await writeFile(join(cwd, 'p.csv'), 'productId,title,inStock\nmug,Mug,yes\n');
    const { stderr } = await runCli(['catalog', 'sync', 'p.csv'], { cwd, url });
    expect(stderr).toMatch(/1 back-in-stock notification triggered/);
  });
});

describe('catalog check', () => {
  it('reports on standard output, without key and network', async () => {
    await writeFile(join(cwd, 'p.csv'), `${productsCsv(2)}x,X,abc,USD\n`);
    const { exitCode, stdout, stderr } = await runCli(['catalog', 'check', 'p.csv'], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: '' });
    expect(stdout).toMatch(/^rejected +p\.csv:4 {2}x {2}price: /m);
    expect(stdout).toMatch(/^checked +2 valid, 1 rejected, nothing was sent/m);
  });
});

describe('catalog list, get and delete', () => {
  it('lists as tab-separated lines off a terminal, and says when there are more', async () => {
    const { sandbox, url } = await serveSandbox();
    sandbox.seedProducts([mug, tee]);
    const all = await runCli(['catalog', 'list'], { cwd, url });
    expect(all.stdout.split('\n').sort()).toEqual([
      '',
      'mug\tMug\t14.50 EUR\tyes\t0\tapi',
      'tee/1\tTee\t500 JPY\tno\t1\tapi',
    ]);
    const one = await runCli(['catalog', 'list', '--limit', '1', '--json'], { cwd, url });
    expect(JSON.parse(one.stdout)).toMatchObject({ products: [{}], more: true });
    const none = await runCli(['catalog', 'list', '--search', 'nothing'], { cwd, url });
    expect(none).toEqual({ exitCode: 0, stdout: '', stderr: 'No product matches.\n' });
  });

  it('gets one with its variants', async () => {
    const { sandbox, url } = await serveSandbox();
    sandbox.seedProducts([tee]);
    const { exitCode, stdout } = await runCli(['catalog', 'get', 'tee/1'], { cwd, url });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^title +Tee$/m);
    expect(stdout).toMatch(/│ s +│ S +│ T-S +│ +500 JPY +│ no +│ +0 │/);
  });

  it('deletes what is there, names what is not', async () => {
    const { sandbox, url } = await serveSandbox();
    sandbox.seedProducts([mug, tee]);
    const args = ['catalog', 'delete', 'mug', 'nothing', 'mug', '--yes', '--json'];
    const { exitCode, stdout, stderr } = await runCli(args, { cwd, url });
    expect(exitCode).toBe(3);
    expect(stderr).toBe('deleted  mug\nnot found  nothing\n');
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'partial',
      records: { read: 2, deleted: 1, rejected: 1 },
    });
    expect(sandbox.products.size).toBe(1);
  });
});

describe('ids that no request can name', () => {
  it('are rejected one by one, and the others deleted', async () => {
    const { sandbox, url } = await serveSandbox();
    sandbox.seedProducts([mug]);
    const args = ['catalog', 'delete', '.', '..', ' ', 'mug', '--yes', '--json'];
    const { exitCode, stdout, stderr } = await runCli(args, { cwd, url });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^rejected {2}\.\. {2}"\.\." stands for a folder in every address/m);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'partial',
      records: { read: 4, deleted: 1, rejected: 3, notAttempted: 0 },
      products: [
        { productId: '.', status: 'rejected', reason: expect.stringContaining('"."') as string },
        { productId: '..', status: 'rejected' },
        { productId: ' ', status: 'rejected' },
        { productId: 'mug', status: 'deleted' },
      ],
    });
    expect(sandbox.products.size).toBe(0);
  });
});

describe('doctor', () => {
  it('finds nothing to say about a good key', async () => {
    const { exitCode, stdout } = await runCli(['doctor', '--sandbox'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/[✘!]/);
    expect(stdout).toMatch(/✔ clock +within \d+ s/);
  });

  it('names the permission that is missing', async () => {
    const { url } = await serveSandbox({
      apiKey: [{ key: 'seq_live_sandbox', scopes: ['account:read', 'products:read'] }],
    });
    const { exitCode, stdout } = await runCli(['doctor'], { cwd, url });
    expect(exitCode).toBe(4);
    expect(stdout).toMatch(/✘ permission products:write +missing, needed for catalog sync/);
  });

  it.each([
    { scope: 'products:write', exitCode: 4, sign: '✘' },
    { scope: 'account:read', exitCode: 0, sign: '!' },
  ] as const)('ends with $exitCode where the account needs $scope', async (missing) => {
    const { scope, exitCode, sign } = missing;
    const { url } = await serveSandbox({ faults: [{ do: { kind: 'forbidden', scope } }] });
    const run = await runCli(['doctor'], { cwd, url });
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).toMatch(new RegExp(`^${sign} permissions +.*403.*${scope}`, 'm'));
  });

  it.each([
    { env: {}, exitCode: 2, failed: 'key' },
    { env: { SEQUENZY_API_KEY: 'seq_live_other_key' }, exitCode: 4, failed: 'key accepted' },
  ])('ends with $exitCode when the $failed is at fault', async ({ env, exitCode, failed }) => {
    const { url } = await serveSandbox();
    const args = ['doctor', '--json', '--base-url', url];
    const run = await runCli(args, { cwd, env });
    expect(run.exitCode).toBe(exitCode);
    expect(JSON.parse(run.stdout)).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ name: failed, status: 'failed' }),
      ]) as unknown,
    });
  });

  it('ends with 75 when nobody answers', async () => {
    const env = { SEQUENZY_API_KEY: 'seq_live_sandbox' };
    const args = ['doctor', '--base-url', 'http://127.0.0.1:9', '--max-retries', '0'];
    const { exitCode, stdout } = await runCli(args, { cwd, env });
    expect(exitCode).toBe(75);
    expect(stdout).toMatch(/✘ reachable[^]*Check the network and the base URL/);
  });
});

describe('sandbox', () => {
  it('serves until Ctrl-C, and prints what to paste', async () => {
    const running = startCli(['sandbox', '--port', '0'], { cwd });
    let printed = '';
    running.process.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await until(() => printed.split('\n').length === 3, running);
    const [, url = ''] = /^export SEQUENZY_API_URL=(\S+)$/m.exec(printed) ?? [];
    expect(printed).toContain('\nexport SEQUENZY_API_KEY=seq_live_sandbox\n');
    const { exitCode } = await runCli(['doctor'], { cwd, url });
    expect(exitCode).toBe(0);
    running.process.kill('SIGINT');
    expect((await running.done).exitCode).toBe(0);
  });

  it('says that Fanfare needs a port of its own behind the last one', async () => {
    const args = ['sandbox', '--fanfare', '--port', '65535'];
    const { exitCode, stderr } = await runCli(args, { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--fanfare takes the port behind 65535 as well, and there is none');
    expect(stderr).toContain('--port 65534');
  });

  it('says when the port is taken', async () => {
    const { url } = await serveSandbox();
    const { exitCode, stderr } = await runCli(['sandbox', '--port', new URL(url).port], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/Port \d+ cannot be used \(the port is in use\)/);
  });
});
