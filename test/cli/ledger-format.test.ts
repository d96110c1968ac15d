import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openFileLedger } from 'sequenzy-commerce/node';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox, stateOf, upserts } from './cli-process.ts';
import { pushes } from './order-history.ts';

/** Ledgers that the release before format 2 wrote, and the files they remember: see the README there. */
const fixtures = join(import.meta.dirname, '../../packages/sdk/src/node/fixtures/format-1');

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

/** Puts an old ledger into the state folder as that of this API. */
async function place(name: string, url: string): Promise<string> {
  const options = { folder: stateOf(cwd), company: 'comp_sandbox', origin: url, name };
  const { file } = await openFileLedger({ ...options, readonly: true });
  await mkdir(dirname(file), { recursive: true });
  const text = await readFile(join(fixtures, `${name}.ndjson`), 'utf8');
  await writeFile(file, text.replace('http://127.0.0.1:4010', url));
  return file;
}

describe('a state folder of the release before format 2', () => {
  it('keeps unchanged products unchanged, in a dry run and for good', async () => {
    const { sandbox, url } = await serveSandbox();
    const file = await place('products', url);
    const old = await readFile(file, 'utf8');
    const sync = ['catalog', 'sync', join(fixtures, 'catalog.ndjson'), '--json'];
    const company = ['--company', 'comp_sandbox'];
    const dryRun = await runCli([...sync, ...company, '--dry-run'], { cwd, url });
    expect(JSON.parse(dryRun.stdout)).toMatchObject({ plan: { new: 0, changed: 0, unchanged: 4 } });
    expect(await readFile(file, 'utf8')).toBe(old);
    const run = await runCli(sync, { cwd, url });
    expect(JSON.parse(run.stdout)).toMatchObject({ records: { accepted: 0, unchanged: 4 } });
    expect(upserts(sandbox)).toEqual([]);
    expect(await readFile(file, 'utf8')).toMatch(/^\{"sequenzyLedger":2,/);
  });

  it('keeps known orders known, also those of a full lifecycle', async () => {
    const { sandbox, url } = await serveSandbox();
    const file = await place('orders', url);
    const args = ['orders', 'backfill', join(fixtures, 'orders.csv'), '--totals', 'computed'];
    const run = await runCli([...args, '--yes', '--json'], { cwd, url });
    expect(JSON.parse(run.stdout)).toMatchObject({
      exitCode: 0,
      records: { read: 5, accepted: 0 },
    });
    expect(pushes(sandbox)).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(/^\{"sequenzyLedger":2,/);
  });

  it('does not send orders known by id only, and knows from then on what they are', async () => {
    const { sandbox, url } = await serveSandbox();
    await place('orders', url);
    const text = await readFile(join(fixtures, 'orders.csv'), 'utf8');
    const run = async (rows: string, ...more: string[]): Promise<object> => {
      await writeFile(join(cwd, 'o.csv'), rows);
      const args = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes', '--json'];
      return JSON.parse((await runCli([...args, ...more], { cwd, url })).stdout) as object;
    };
    // Order 1 as the old ledger has it; what has changed of order 3 since is not known.
    const changed = text.replace('3,bo@example.com,7.50', '3,bo@example.com,8.50');
    expect(await run(changed)).toMatchObject({
      records: { accepted: 0 },
      changes: { changed: 0, held: 1, heldById: 1 },
    });
    expect(await run(changed)).toMatchObject({ changes: { held: 1, heldById: 0 } });
    expect(pushes(sandbox)).toBe(0);
    const later = changed.replace(
      '10.00,EUR,2026-01-01T10:00Z,placed',
      '10.00,EUR,2026-01-01T10:00Z,fulfilled',
    );
    expect(await run(later.replace('8.50', '9.50'))).toMatchObject({
      records: { accepted: 2 },
      changes: { changed: 2, changedIn: { status: 1, total: 1 } },
    });
  });

  it('sends orders known by id only with --resend changed', async () => {
    const { sandbox, url } = await serveSandbox();
    await place('orders', url);
    const text = await readFile(join(fixtures, 'orders.csv'), 'utf8');
    await writeFile(join(cwd, 'o.csv'), text.replace('7.50', '8.50'));
    const args = ['orders', 'backfill', 'o.csv', '--totals', 'computed', '--yes'];
    expect((await runCli([...args, '--resend', 'changed'], { cwd, url })).exitCode).toBe(0);
    expect(pushes(sandbox)).toBe(1);
  });
});
