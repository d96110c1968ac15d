import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

const post = { method: 'POST' };

beforeEach(async () => {
  cwd = await tempFolder();
  await writeFile(join(cwd, 'products.csv'), productsCsv(3));
});

const sync = ['catalog', 'sync', 'products.csv'];

describe('0: everything was accepted', () => {
  it('sends the products and says so on standard error only', async () => {
    const { sandbox, url } = await serveSandbox();
    const { exitCode, stdout, stderr } = await runCli(sync, { cwd, url });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toMatch(/^products\.csv {3}.*, 3 rows: 3 products$/m);
    expect(stderr).toMatch(
      /^plan +3 products in 2 requests \(1 to send, 1 to read products\), about 1 s at 100 requests a minute$/m,
    );
    expect(stderr).toMatch(/^done +3 accepted, 0 rejected, 0 back-in-stock notifications/m);
    expect(sandbox.products.get('p-2')?.priceCents).toBe(1999);
  });

  it('needs neither key nor network with --sandbox', async () => {
    const { exitCode, stderr } = await runCli(['--sandbox', ...sync], { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^sandbox +everything goes to a private sandbox/m);
  });

  it('says nothing with --quiet', async () => {
    const { url } = await serveSandbox();
    const run = await runCli([...sync, '--quiet'], { cwd, url });
    expect(run).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('tells each request and repeat with --verbose', async () => {
    const { url } = await serveSandbox({
      faults: [{ on: post, times: 1, do: { kind: 'server-error', status: 503 } }],
    });
    const { exitCode, stderr } = await runCli([...sync, '--verbose'], { cwd, url });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/POST .*\/products: 503 in \d+ ms/);
    expect(stderr).toMatch(/503 .*; again in/);
    expect(stderr).toMatch(/POST .*\/products: 200 in \d+ ms, attempt 2/);
  });
});

describe('2: usage or unreadable input, nothing sent', () => {
  it.each([
    [[...sync, '--rate', 'abc'], /--rate <n\|off>' argument 'abc' is invalid/],
    [[...sync, '--concurrency', '0'], /--concurrency <n>' argument '0' is invalid/],
    [[...sync, '--empty', 'foo'], /Allowed choices are keep, clear/],
    [[...sync, '--timeout', '-1'], /--timeout/],
    [[...sync, '--currenzy', 'USD'], /unknown option '--currenzy' \(Did you mean --currency\?\)/],
    [['catalog', 'sink'], /unknown command 'sink' \(Did you mean sync\?\)/],
    [
      ['catalog', 'sync'],
      /missing required argument 'file'\. Name a file, - for standard input, or/,
    ],
    [
      ['orders', 'verify'],
      /missing required argument 'file'\. Name a file, - for standard input, or/,
    ],
    [['--company', 'acme', 'runs', '--limit', 'x'], /1 or more, or all\. See sequenzy-cli runs --/],
    [[...sync, '--currency', '$'], /ISO 4217/],
    [[...sync, '--currency', 'euro'], /ISO 4217 code, such as USD\. \(Did you mean EUR\?\)/],
    [['orders', 'verify', 'o.csv', '--base-currency', 'UDS'], /--base-currency.*mean USD\?/],
    [['--sandbox', '--base-url', 'https://x.example', ...sync], /cannot be used with/],
    [['catalog', 'sync', 'nowhere.csv'], /nowhere\.csv/],
    [[...sync, '--map', 'nowhere.json'], /--map: nowhere\.json cannot be read/],
    [[...sync, '--rejects', 'products.csv'], /products\.csv is an input file/],
    [[...sync, '--rejects', 'nowhere/x.csv'], /folder nowhere does not exist/],
    [
      [...sync, '--base-url', 'http://shop.example'],
      /--base-url "http:\/\/shop\.example" must begin/,
    ],
    [['catalog', 'delete', 'p-1'], /Nobody can be asked here\. Pass --yes/],
  ])('%j', async (args, message) => {
    const { sandbox, url } = await serveSandbox();
    const { exitCode, stdout, stderr } = await runCli(args, { cwd, url });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(sandbox.requests).toEqual([]);
  });

  it('two variables that name different addresses', async () => {
    const { sandbox, url } = await serveSandbox();
    const env = { SEQUENZY_BASE_URL: 'https://staging.example/api/v1' };
    const { exitCode, stderr } = await runCli(sync, { cwd, url, env });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /SEQUENZY_API_URL \(http.*\) and SEQUENZY_BASE_URL .* unset one of them/,
    );
    expect(sandbox.requests).toEqual([]);
    const agreed = { SEQUENZY_BASE_URL: `${url}/api/v1` };
    expect((await runCli(sync, { cwd, url, env: agreed })).exitCode).toBe(0);
  });

  it('a missing key', async () => {
    const { exitCode, stderr } = await runCli(sync, { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/no API key.*SEQUENZY_API_KEY.*--api-key-file.*--sandbox/);
  });

  it('a foreign file where the rejects would go is not overwritten', async () => {
    const { url } = await serveSandbox();
    await writeFile(join(cwd, 'notes.csv'), 'my,own,notes\n');
    const run = await runCli([...sync, '--rejects', 'notes.csv'], { cwd, url });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/notes\.csv exists and is not a rejects file/);
    const agreed = await runCli([...sync, '--rejects', 'notes.csv', '--yes'], { cwd, url });
    expect(agreed.exitCode).toBe(0);
  });

  it('a folder or a binary file as input', async () => {
    await mkdir(join(cwd, 'folder'));
    await writeFile(join(cwd, 'book.csv'), Buffer.from('PK\u0003\u0004\0\0\0\0'));
    for (const file of ['folder', 'book.csv']) {
      const { exitCode, stderr } = await runCli(['catalog', 'check', file], { cwd });
      expect(exitCode).toBe(2);
      expect(stderr).toContain(file);
    }
  });
});

describe('3: finished, some rejected', () => {
  it('sends the good ones, names file, line and reason of the others', async () => {
    const { sandbox, url } = await serveSandbox();
    await writeFile(join(cwd, 'products.csv'), `${productsCsv(2)}p-9,Nine,abc,USD\n`);
    const { exitCode, stderr } = await runCli(sync, { cwd, url });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^rejected +products\.csv:4 {2}p-9 {2}price: .*"abc"/m);
    expect(stderr).toMatch(/^rejects +products\.rejects\.csv/m);
    expect(sandbox.products.size).toBe(2);
  });

  it('a batch the server refuses', async () => {
    const { url } = await serveSandbox({
      faults: [{ do: { kind: 'bad-product', productId: 'p-1', details: true } }],
    });
    const { exitCode, stderr } = await runCli(sync, { cwd, url });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/products\.csv:3 {2}p-1/);
  });
});

describe('4: key or permission refused', () => {
  it('a wrong key stops the run at once', async () => {
    const { sandbox, url } = await serveSandbox();
    const env = { SEQUENZY_API_KEY: 'seq_live_another' };
    const { exitCode, stderr } = await runCli(sync, { cwd, url, env });
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/Check the key in SEQUENZY_API_KEY/);
    expect(sandbox.requests).toHaveLength(1);
  });

  it('a missing permission is named', async () => {
    const { url } = await serveSandbox({
      apiKey: [{ key: 'seq_live_sandbox', scopes: ['products:read'] }],
    });
    const { exitCode, stderr } = await runCli(sync, { cwd, url });
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/^next +Give the key the permission products:write/m);
  });
});

describe('75: stopped early', () => {
  it('says why, and what to type to continue', async () => {
    const { url } = await serveSandbox({
      faults: [{ on: post, do: { kind: 'server-error', status: 503 } }],
    });
    const args = [...sync, '--max-retries', '0', '--rejects', 'my rejects.csv'];
    const { exitCode, stderr } = await runCli(args, { cwd, url });
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(/^because +.*503/m);
    expect(stderr).toMatch(
      /^continue +sequenzy-cli catalog sync products\.csv --max-retries 0 --rejects 'my rejects\.csv'$/m,
    );
  });

  it('takes what --timeout says', async () => {
    const { url } = await serveSandbox({
      faults: [{ on: post, do: { kind: 'hang', when: 'before-work' } }],
    });
    const args = [...sync, '--max-retries', '0', '--timeout', '0.2'];
    const { exitCode, stderr } = await runCli(args, { cwd, url });
    expect(exitCode).toBe(75);
    expect(stderr).toContain(`no answer from ${url} in time`);
  });

  it('an address that is not the API’s says to check the base URL', async () => {
    const { url } = await serveSandbox();
    const { exitCode, stderr } = await runCli([...sync, '--base-url', `${url}/shop`], { cwd, url });
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(/^next +Check the base URL/m);
    expect(stderr).not.toMatch(/^continue/m);
  });

  it('so does a redirect', async () => {
    const { url } = await serveSandbox({
      faults: [{ on: post, do: { kind: 'redirect', location: 'https://elsewhere.example/' } }],
    });
    const { exitCode, stdout, stderr } = await runCli([...sync, '--json'], { cwd, url });
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(/elsewhere\.example[^]*Check the base URL/);
    expect(stderr).not.toMatch(/^continue/m);
    expect(JSON.parse(stdout)).toMatchObject({ requests: { sent: 1, retried: 0 } });
  });
});
