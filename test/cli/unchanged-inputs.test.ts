import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { productsCsv, runCli, serveSandbox, stateOf } from './cli-process.ts';

let cwd: string;
let content: string;
let asked: IncomingMessage[];
/** Whether the server says "not changed" without being asked. */
let answersUnasked: boolean;

beforeEach(async () => {
  cwd = await tempFolder();
  content = productsCsv(3);
  asked = [];
  answersUnasked = false;
});

/** Only this machine may be asked without TLS. */
async function serveFeed(): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(request);
    const etag = `"${String(content.length)}"`;
    const isSame = answersUnasked || request.headers['if-none-match'] === etag;
    response.writeHead(isSame ? 304 : 200, { etag });
    response.end(isSame ? undefined : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // it listens on a port
  return `http://ann:pass-word@127.0.0.1:${String(port)}/feed.csv?token=s3cret-token`;
}

const local = '--allow-private-addresses';

it('a feed that has not changed since a complete run costs one request and sends nothing', async () => {
  const { sandbox, url } = await serveSandbox();
  const feed = await serveFeed();
  const sync = ['catalog', 'sync', feed, local];
  expect((await runCli(sync, { cwd, url })).exitCode).toBe(0);
  const sent = sandbox.requests.length;
  const again = await runCli([...sync, '--json'], { cwd, url });
  expect(again.exitCode).toBe(0);
  expect(again.stderr).toMatch(/done +unchanged since 2\S+Z, nothing to do/);
  expect(JSON.parse(again.stdout)).toMatchObject({
    command: 'catalog sync',
    status: 'completed',
    records: { read: 0 },
    unchangedSince: expect.stringMatching(/Z$/) as string,
  });
  expect(sandbox.requests).toHaveLength(sent);
  expect(asked).toHaveLength(2);
  content = productsCsv(4);
  const changed = await runCli([...sync, '--json'], { cwd, url });
  expect(JSON.parse(changed.stdout)).toMatchObject({ records: { accepted: 1, unchanged: 3 } });
});

const otherReadings: [name: string, options: string[]][] = [
  ['--full', ['--full']],
  ['a format by name', ['--from', 'shopify']],
  ['products off sale', ['--include-unpublished']],
  ['the address of the shop', ['--store-url', 'https://shop.example']],
  ['another column as the id', ['--id-from', 'Vendor']],
  ['another currency', ['--currency', 'EUR']],
  ['another decimal mark', ['--decimal', ',']],
  ['other empty cells', ['--empty', 'clear']],
  ['a tax on prices', ['--price-tax', 'included']],
  ['a mapping', ['--map', 'map.json']],
  ['--prune', ['--prune', '--yes']],
  ['another name of its feed', ['--feed', 'wholesale']],
];

it(`is read whole with ${otherReadings.map(([name]) => name).join(', with ')}`, async () => {
  const { url } = await serveSandbox();
  const feed = await serveFeed();
  // Of a format that has each of these options but the tax.
  content = 'Handle,Title,Vendor,Variant Price,Published\na,A,V,1,true\nb,B,W,1,false\n';
  await writeFile(join(cwd, 'map.json'), '{"Title":"title"}');
  const sync = ['catalog', 'sync', feed, local, '--currency', 'USD'];
  await runCli(sync, { cwd, url });
  const shown: unknown[] = [];
  for (const [name, more] of otherReadings) {
    asked = [];
    // Each after the same first run.
    const state = join(cwd, `state ${name}`);
    await cp(stateOf(cwd), state, { recursive: true });
    const env = { SEQUENZY_STATE_DIR: state };
    await runCli([...sync, ...more], { cwd, url, env });
    shown.push([name, asked.map(({ headers }) => headers['if-none-match'] ?? 'whole')]);
  }
  expect(shown).toEqual(otherReadings.map(([name]) => [name, ['whole']]));
}, 60_000);

it('fails where the server says "not changed" of what was never used', async () => {
  const { sandbox, url } = await serveSandbox();
  const feed = await serveFeed();
  answersUnasked = true;
  for (const command of [['sync'], ['sync', '--full'], ['check']]) {
    const run = await runCli(['catalog', ...command, feed, local], { cwd, url });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('the server answers 304');
  }
  expect(sandbox.requests).toHaveLength(0);
});

it('is read whole after a run that was not complete, a dry run, and a run of something else', async () => {
  const { url } = await serveSandbox();
  const feed = await serveFeed();
  const sync = ['catalog', 'sync', feed, local];
  await runCli([...sync, '--dry-run'], { cwd, url });
  content = `${productsCsv(1)}bad,,1,USD\n`;
  expect((await runCli(sync, { cwd, url })).exitCode).toBe(3);
  content = productsCsv(2);
  await runCli(sync, { cwd, url });
  await writeFile(join(cwd, 'p.csv'), productsCsv(1).replace('Product 0', 'Other'));
  await runCli(['catalog', 'sync', 'p.csv'], { cwd, url });
  const last = await runCli([...sync, '--json'], { cwd, url });
  expect(JSON.parse(last.stdout)).toMatchObject({ records: { accepted: 1 } });
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});

it('is read whole every time where a price depends on the time', async () => {
  const { url } = await serveSandbox();
  const feed = await serveFeed();
  content =
    'id,title,link,price,sale_price,sale_price_effective_date\na,A,https://s.example/a,9 EUR,8 EUR,2020-01-01T00:00Z/2120-01-01T00:00Z\n';
  const sync = ['catalog', 'sync', feed, local];
  expect((await runCli(sync, { cwd, url })).exitCode).toBe(0);
  await runCli(sync, { cwd, url });
  expect(asked[1]?.headers['if-none-match']).toBeUndefined();
});

it('never shows what is secret in its address, and writes it nowhere', async () => {
  const { url } = await serveSandbox();
  const feed = await serveFeed();
  content = `${productsCsv(1)}bad,,1,USD\n`;
  const runs = [
    await runCli(['catalog', 'sync', feed, local, '--json'], { cwd, url }),
    await runCli(['catalog', 'check', feed, local, '--json'], { cwd }),
    await runCli(['catalog', 'diff', feed, local, '--verbose'], { cwd, url }),
    await runCli(['catalog', 'stock', feed, local, '--json'], { cwd, url }),
    await runCli(['catalog', 'sync', feed], { cwd, url }),
    await runCli(['orders', 'backfill', feed, local, '--json'], { cwd, url }),
    await runCli(['runs', '--json'], { cwd }),
  ];
  const shown = runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  expect(shown).not.toMatch(/pass-word|s3cret/);
  expect(shown).toContain('/feed.csv?…');
  expect(await readFile(join(cwd, 'feed.rejects.csv'), 'utf8')).not.toMatch(/pass-word|s3cret/);
  content = productsCsv(1);
  await runCli(['catalog', 'sync', feed, local], { cwd, url });
  for (const entry of await readdir(stateOf(cwd), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    expect(text).not.toMatch(/pass-word|s3cret/);
  }
});

it('is refused inside a private network, beyond its size, and its options without an address', async () => {
  const feed = await serveFeed();
  const check = ['catalog', 'check'];
  const inside = await runCli([...check, feed], { cwd });
  expect([inside.exitCode, inside.stderr]).toEqual([
    2,
    expect.stringContaining('--allow-private-addresses'),
  ]);
  const large = await runCli([...check, feed, local, '--max-input-bytes', '10'], { cwd });
  expect([large.exitCode, large.stderr]).toEqual([2, expect.stringContaining('10 bytes')]);
  await writeFile(join(cwd, 'p.csv'), content);
  const useless = await runCli([...check, 'p.csv', '--input-timeout', '5'], { cwd });
  expect([useless.exitCode, useless.stderr]).toEqual([
    2,
    expect.stringContaining('needs an input at a web address'),
  ]);
});
