import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileLedger } from 'sequenzy-commerce/node';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  productsCsv,
  runCli,
  serveSandbox,
  startCli,
  stateOf,
  until,
  upserts,
} from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

/** The feed of every known product; undefined: the default feed. */
async function feedsIn(url: string): Promise<Record<string, string | undefined>> {
  const options = { folder: stateOf(cwd), company: 'comp_sandbox', origin: url, readonly: true };
  const ledger = await openFileLedger(options);
  const feeds: Record<string, string | undefined> = {};
  for await (const { key, feed } of ledger.list()) feeds[key] = feed;
  await ledger.close();
  return feeds;
}

const whole = ['--prune', '--yes', '--max-delete', '100%', '--json'];

describe('feeds', () => {
  it('prune each for itself, and what two list is of the one that was read last', async () => {
    const { sandbox, url } = await serveSandbox();
    const catalog = async (...args: string[]) => {
      const { exitCode, stdout, stderr } = await runCli(['catalog', ...args], { cwd, url });
      return { exitCode, stderr, document: JSON.parse(stdout) as unknown };
    };
    const write = (name: string, text: string) => writeFile(join(cwd, name), text);
    await write('main-1.csv', productsCsv(10));
    await write('wholesale.csv', productsCsv(10, 8));
    await catalog('sync', 'main-1.csv', '--json');
    const wholesale = await catalog('sync', 'wholesale.csv', '--feed', 'wholesale', '--json');
    expect(wholesale.document).toMatchObject({
      source: { feed: 'wholesale' },
      records: { accepted: 8, unchanged: 2 },
    });
    expect(await feedsIn(url)).toMatchObject({ 'p-7': undefined, 'p-8': 'wholesale' });

    // Stock and repairs leave a product where it belongs.
    await write('stock.csv', 'productId,inStock\np-10,false\n');
    expect(await catalog('stock', 'stock.csv', '--json')).toMatchObject({ exitCode: 0 });
    await write(
      'repair.csv',
      `${productsCsv(1)}${productsCsv(2, 10).split('\n')[2] ?? ''}\nnew,N,,\n`,
    );
    sandbox.seedProducts([
      { productId: 'p-0', title: 'Changed' },
      { productId: 'p-11', title: 'Changed' },
    ]);
    const repair = ['--feed', 'repaired', '--repair', '--json'];
    expect(await catalog('diff', 'repair.csv', ...repair)).toMatchObject({
      document: { repair: { records: { accepted: 3 } } },
    });
    const feeds = await feedsIn(url);
    expect(feeds).toMatchObject({ 'p-0': undefined, 'p-10': 'wholesale', 'p-11': 'wholesale' });
    expect(feeds).toMatchObject({ new: 'repaired' });

    // A file of another name is the same feed.
    await write('main-2.csv', productsCsv(7));
    const main = await catalog('sync', 'main-2.csv', ...whole);
    expect(main.document).toMatchObject({ records: { read: 7, deleted: 1 } });
    expect(main.stderr).toContain(
      '1 of 8 known products gone from the source (11 of other feeds stay)',
    );
    await write('wholesale.csv', productsCsv(1, 8));
    const less = await catalog('sync', 'wholesale.csv', '--feed', 'wholesale', ...whole);
    expect(less.document).toMatchObject({ records: { deleted: 9 } });
    const left = [...sandbox.products].map(({ productId }) => productId).sort();
    expect(left).toEqual(['new', 'p-0', 'p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6', 'p-8']);

    const { stdout } = await runCli(['runs', 'show', 'latest'], { cwd });
    expect(stdout).toMatch(/^feed +wholesale$/m);
  }, 30_000);

  it('take over before anything is sent, also what is unchanged or rejected', async () => {
    const { sandbox, url } = await serveSandbox({ latency: 200 });
    await writeFile(join(cwd, 'main.csv'), productsCsv(5));
    await runCli(['catalog', 'sync', 'main.csv'], { cwd, url });
    await writeFile(join(cwd, 'wholesale.csv'), `${productsCsv(3, 3)}p-2,Two,abc,USD\n`);
    const sync = ['catalog', 'sync', 'wholesale.csv', '--feed', 'wholesale'];
    const dryRun = await runCli([...sync, '--dry-run', '--prune', '--json'], { cwd, url });
    expect(JSON.parse(dryRun.stdout)).toMatchObject({
      plan: { new: 1, unchanged: 2, rejected: 1 },
    });
    expect(Object.values(await feedsIn(url))).toEqual(Array.from({ length: 5 }));
    const running = startCli(sync, { cwd, url });
    await until(() => upserts(sandbox).length === 2, running);
    running.process.kill('SIGKILL');
    await running.done;
    expect(await feedsIn(url)).toMatchObject({
      'p-1': undefined,
      'p-2': 'wholesale',
      'p-3': 'wholesale',
      'p-4': 'wholesale',
    });
  });

  it('have names that are checked', async () => {
    await writeFile(join(cwd, 'p.csv'), productsCsv(1));
    const messages = await Promise.all(
      [
        ['p.csv', '--feed', 'a b'],
        ['p.csv', '--feed', 'fanfare'],
        ['--from', 'fanfare', '--feed', 'wholesale'],
      ].map(async (args) => {
        const { exitCode, stderr } = await runCli(['catalog', 'sync', ...args, '--sandbox'], {
          cwd,
        });
        expect(exitCode).toBe(2);
        return stderr;
      }),
    );
    expect(messages[0]).toMatch(/--feed "a b" is not a name\. Use up to 64 letters/);
    expect(messages[1]).toMatch(/--feed "fanfare" is the feed of --from fanfare without files/);
    expect(messages[2]).toMatch(/--feed cannot be used with --from fanfare, which is a feed/);
  });
});
