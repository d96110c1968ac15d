import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { productsCsv, runCli, serveSandbox } from '../cli/cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const twoShops = `
stateDir: state
companies:
  acme:
    key: env:ACME_KEY
    currency: USD
    feeds:
      products:
        command: catalog sync
        files: acme-*.csv
        maxRestocks: 5
      orders:
        command: orders backfill
        files: orders.csv
        totals: computed
        yes: true
  beta:
    key: file:beta.key
    feeds:
      products:
        command: catalog sync
        files: missing.csv
`;

const orders = `orderId,email,total,currency,orderedAt,status
1,ada@example.com,10.00,USD,2026-01-01T10:00Z,placed
`;

async function shops() {
  const keys = [
    { key: 'seq_live_acme_key', companies: ['comp_acme'] as const },
    { key: 'seq_live_beta_key', companies: ['comp_beta'] as const },
  ];
  const { sandbox, url } = await serveSandbox({ apiKey: keys });
  await writeFile(join(cwd, 'sequenzy.config.yaml'), twoShops);
  await writeFile(
    join(cwd, 'acme-1.csv'),
    productsCsv(3).replaceAll(',USD', '').replace(',currency', ''),
  );
  await writeFile(join(cwd, 'orders.csv'), orders);
  await writeFile(join(cwd, 'beta.key'), 'seq_live_beta_key\n', { mode: 0o600 });
  const env = { SEQUENZY_API_URL: url, ACME_KEY: 'seq_live_acme_key', SEQUENZY_STATE_DIR: '' };
  const cli = (...args: string[]) => runCli(args, { cwd, env });
  return { sandbox, cli };
}

interface Document {
  readonly exitCode: number;
  readonly feeds: readonly { readonly name: string; readonly status: string }[];
}

describe('run', () => {
  it('does one feed after the other, each company with its key and its own ledger, whatever fails', async () => {
    const { sandbox, cli } = await shops();
    const dry = await cli('run', '--dry-run', '--json');
    expect(sandbox.products.size).toBe(0);
    expect((JSON.parse(dry.stdout) as Document).feeds).toMatchObject([
      { status: 'planned', plan: { products: 3 } },
      { status: 'planned' },
      { status: 'failed', stoppedBy: { code: 'unreadable' } },
    ]);

    const first = await cli('run');
    expect(first.exitCode).toBe(2);
    expect(first.stderr).toMatch(/^acme\/products +completed: 3 accepted$/m);
    expect(first.stderr).toMatch(/^acme\/orders +completed: 1 accepted$/m);
    expect(first.stderr).toMatch(/^beta\/products +failed: .*missing\.csv/m);
    expect(first.stderr).toMatch(/^2 of 3 feeds without trouble, .*exit code 2$/m);
    expect(first.stderr + first.stdout).not.toContain('seq_live_');

    await writeFile(join(cwd, 'missing.csv'), productsCsv(2));
    const second = await cli('run', '--json');
    expect(second.exitCode).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({
      status: 'completed',
      feeds: [
        { name: 'acme/products', records: { unchanged: 3 } },
        { name: 'acme/orders', records: { unchanged: 1 }, command: 'orders backfill' },
        { name: 'beta/products', records: { accepted: 2 } },
      ],
    });
    const folders = await readdir(join(cwd, 'state'), { recursive: true });
    expect(folders.filter((name) => name.endsWith('products.ndjson'))).toHaveLength(2);
    const runs = await cli('runs', 'show', 'latest', '--state-dir', 'state');
    expect(runs.stdout).toMatch(/^name +beta\/products$/m);
    const some = await cli('run', 'acme/products', 'beta', '--json');
    expect((JSON.parse(some.stdout) as Document).feeds.map(({ name }) => name)).toEqual([
      'acme/products',
      'beta/products',
    ]);
  });

  it('writes a report of each feed where the config says so, and keeps one beside each record', async () => {
    const { cli } = await shops();
    const report = 'report: out/{company}-{feed}.html';
    const own = twoShops.replace('        totals: computed', '$&\n        report: orders.html');
    await writeFile(join(cwd, 'sequenzy.config.yaml'), `${report}${own}`);
    await cli('run', 'acme', '--dry-run');
    expect(await readdir(cwd)).not.toContain('out');
    const { exitCode } = await cli('run', 'acme');
    expect(exitCode).toBe(0);
    expect(await readdir(join(cwd, 'out'))).toEqual(['acme-products.html']);
    const orders = await readFile(join(cwd, 'orders.html'), 'utf8');
    expect(orders).toContain('"command":"orders backfill"');
    expect(orders).not.toContain('ada@example.com');
    const runs = await readdir(join(cwd, 'state/runs'));
    expect(runs.filter((name) => name.endsWith('.report'))).toHaveLength(2);
    const shared = await cli('run', 'acme', '--report', 'one.html');
    expect(shared).toMatchObject({ exitCode: 2 });
    expect(shared.stderr).toContain('The reports of acme/products and acme/orders would be one');
  });

  it('takes options over the config, and says of every value where it comes from', async () => {
    const { cli } = await shops();
    const { stdout } = await cli('config', 'show', 'acme', '--max-restocks', '9');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const file = 'sequenzy.config.yaml';
    expect(lines).toEqual([
      ['-', 'stateDir', join(cwd, 'state'), `${file}:2`],
      ['-', 'expectState', 'false', 'default'],
      ['acme/products', 'key', 'env:ACME_KEY', `${file}:5`],
      ['acme/products', 'currency', 'USD', `${file}:6`],
      ['acme/products', 'command', 'catalog sync', `${file}:9`],
      ['acme/products', 'files', 'acme-*.csv', `${file}:10`],
      ['acme/products', 'maxRestocks', '9', '--max-restocks'],
      ['acme/orders', 'key', 'env:ACME_KEY', `${file}:5`],
      ['acme/orders', 'currency', 'USD', `${file}:6`],
      ['acme/orders', 'command', 'orders backfill', `${file}:13`],
      ['acme/orders', 'files', 'orders.csv', `${file}:14`],
      ['acme/orders', 'totals', 'computed', `${file}:15`],
      ['acme/orders', 'yes', 'true', `${file}:16`],
    ]);
    const least = await cli('run', 'acme/products', '--min-products', '4', '--json');
    expect(JSON.parse(least.stdout)).toMatchObject({
      exitCode: 2,
      feeds: [
        {
          stoppedBy: {
            code: 'min-products',
            nextStep: expect.stringContaining('--min-products 3') as string,
          },
        },
      ],
    });
  });

  it('ends with 2 where state is expected and missing, and sends nothing', async () => {
    const { sandbox, cli } = await shops();
    await writeFile(join(cwd, 'sequenzy.config.yaml'), `expectState: true${twoShops}`);
    const missing = await cli('run', 'acme', '--json');
    expect(JSON.parse(missing.stdout)).toMatchObject({
      exitCode: 2,
      feeds: [{ stoppedBy: { code: 'state-missing' } }, { stoppedBy: { code: 'state-missing' } }],
    });
    expect(sandbox.products.size).toBe(0);
    expect((await cli('run', 'acme', '--no-expect-state')).exitCode).toBe(0);
    expect((await cli('run', 'acme')).exitCode).toBe(0);
  });

  it('reads every config of docs/nightly.md', async () => {
    const document = await readFile(join(import.meta.dirname, '../../docs/nightly.md'), 'utf8');
    const configs = [...document.matchAll(/^```yaml\n(companies|stateDir)([^]*?)^```$/gm)];
    expect(configs.length).toBeGreaterThan(0);
    for (const [block] of configs) {
      await writeFile(join(cwd, 'sequenzy.config.yaml'), block.replace(/```(yaml)?/g, ''));
      const { exitCode, stderr } = await runCli(['config', 'show'], { cwd });
      expect([exitCode, stderr]).toEqual([0, '']);
    }
  });

  it('writes a config that it can read', async () => {
    const { exitCode } = await runCli(['init', '--yes'], { cwd });
    expect(exitCode).toBe(0);
    const shown = await runCli(['config', 'show'], { cwd });
    expect(shown.stdout).toContain('acme/orders\tfiles\texports/orders-*.csv');
    expect(await runCli(['init', '--yes'], { cwd })).toMatchObject({ exitCode: 2 });
    expect(await runCli(['init'], { cwd })).toMatchObject({ exitCode: 2 });
  });
});
