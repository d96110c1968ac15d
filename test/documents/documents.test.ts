import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../packages/cli/src/commands/program.ts';
import { emptyDocument } from '../../packages/cli/src/documents/empty-documents.ts';
import { runCli } from '../cli/cli-process.ts';
import { documentOf } from './in-process.ts';
import { documentIn } from './validate.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

async function serve(): Promise<Record<string, string>> {
  const server = await listen(createSandbox());
  onTestFinished(() => server.close());
  return {
    SEQUENZY_API_URL: server.url,
    SEQUENZY_API_KEY: 'seq_live_sandbox',
    SEQUENZY_STATE_DIR: at(`state-${new URL(server.url).port}`),
    SEQUENZY_QUOTA_DIR: at('quota'),
  };
}

const seen = new Set<string>();

/** Commands one after the other, in one shop, with the status of each; `@` stands for the folder. */
async function follow(...steps: readonly (readonly [line: string, status: string])[]) {
  const env = await serve();
  const found: string[] = [];
  for (const [place, [line]] of steps.entries()) {
    const argv = line.split(' ').map((word) => word.replace('@', `${folder}/`));
    // A quota of its own: no command waits for the minute of the one before.
    const own = { ...env, SEQUENZY_QUOTA_DIR: at(`quota-${String(place)}`) };
    const { status, command } = await documentOf(argv, own);
    found.push(`${line}: ${String(status)}`);
    if (status !== 'failed') seen.add(String(command));
  }
  expect(found).toEqual(steps.map(([line, status]) => `${line}: ${status}`));
}

describe('every document is as its published schema says', () => {
  beforeEach(async () => {
    folder = await tempFolder();
    cpSync(join(import.meta.dirname, '../../examples/data'), folder, { recursive: true });
    const write = (name: string, ...lines: readonly string[]): void => {
      writeFileSync(at(name), [...lines, ''].join('\n'));
    };
    write('p.csv', 'productId,title,price,currency', 'a,A,1.00,USD', 'b,B,2.00,USD', 'c,C,x,USD');
    write('q.csv', 'productId,title,price,currency', 'a,A2,1.00,USD', "'d,D,2.00,USD");
    write('good.csv', 'productId,title,price,currency', 'a,A,1.00,USD');
    write('s.csv', 'productId,quantity', 'a,3', 'nobody,3');
    write('own.csv', 'Article,What it costs', 'Tee,1.00');
    write('colours.csv', 'Colour,Size', 'red,L');
    write('broken.json', '{ "orderId": 1 }');
    write('key', 'seq_live_sandbox');
    write('address', 'nobody@shop.example');
    write(
      'c.yaml',
      ...['stateDir: state', 'companies:', '  acme:', `    key: file:${at('key')}`, '    feeds:'],
      ...['      p:', '        command: catalog sync', `        files: ${at('good.csv')}`],
      ...['      o:', '        command: orders backfill', '        files: nowhere.csv'],
    );
    mkdirSync(at('state'));
  });

  it('of the catalog', async () => {
    await follow(
      ['catalog sync @p.csv --dry-run --show-changes', 'planned'],
      ['catalog sync @p.csv --rejects @r.csv', 'partial'],
      ['catalog sync @q.csv --out @plan.json', 'planned'],
      ['catalog apply @plan.json', 'completed'],
      ['catalog apply @broken.json', 'failed'],
      ['catalog undo --dry-run', 'planned'],
      ['catalog undo --yes', 'completed'],
      ['catalog undo nothing', 'failed'],
      ['catalog check @p.csv --fix @fixed.csv', 'partial'],
      ['catalog check @nowhere.csv', 'failed'],
      ['catalog diff @q.csv', 'partial'],
      ['catalog diff @q.csv --repair', 'partial'],
      ['catalog stock @s.csv --dry-run', 'planned'],
      ['catalog stock @s.csv --rejects @r2.csv', 'partial'],
      ['rehearse catalog sync @good.csv', 'completed'],
      ['catalog list', 'completed'],
      ['catalog get a', 'completed'],
      ['catalog get nothing', 'failed'],
      ['catalog delete a nothing --yes', 'partial'],
      ['catalog delete a', 'failed'],
      ['catalog sync @own.csv', 'failed'],
    );
  });

  it('of orders and events', async () => {
    await follow(
      ['orders backfill @orders_export.csv --dry-run', 'failed'],
      ['orders backfill @orders_export.csv --totals computed --dry-run', 'planned'],
      ['orders backfill @orders_export.csv --totals computed --yes', 'completed'],
      ['orders verify @orders_export.csv', 'completed'],
      [
        'orders check @orders_export.csv --catalog @products_export.csv --currency USD',
        'completed',
      ],
      ['orders forget nothing', 'failed'],
      ['orders forget #1001', 'completed'],
      ['orders release', 'completed'],
      ['privacy erase --email-file @address --dry-run', 'planned'],
      ['privacy erase --email-file @address', 'completed'],
      ['orders push @order.json', 'completed'],
      ['orders push @broken.json', 'failed'],
      ['checkouts track @checkout.json', 'completed'],
      ['back-in-stock register @back-in-stock.json', 'completed'],
    );
  });

  it('of all that is around it', async () => {
    await follow(
      ['sources list', 'completed'],
      ['sources show shopify', 'completed'],
      ['sources show nothing', 'failed'],
      ['map @colours.csv', 'failed'],
      ['map @home.csv --currency USD', 'completed'],
      ['map @home.csv --currency USD --out @home.map.json', 'completed'],
      ['init --yes --config @new.yaml', 'completed'],
      ['init --yes --config @new.yaml', 'failed'],
      ['config show --config @c.yaml', 'completed'],
      ['run --config @c.yaml', 'failed'],
      ['run --config @c.yaml acme/p', 'completed'],
      ['status --config @c.yaml', 'completed'],
      ['catalog sync @p.csv --rejects @r.csv', 'partial'],
      ['runs', 'completed'],
      ['runs show latest', 'completed'],
      ['runs watch latest', 'completed'],
      ['runs show nothing', 'failed'],
      ['doctor', 'completed'],
      ['doctor --contract', 'completed'],
      ['quota', 'completed'],
      ['completion bash', 'completed'],
      ['completion cmd', 'failed'],
      ['relay dead list', 'completed'],
      ['relay dead show x', 'failed'],
      ['relay dead retry all', 'completed'],
      ['relay dead drop all', 'completed'],
    );
  });

  it('of what listens until it is interrupted', async () => {
    const env = await serve();
    const isEnded = (printed: string): boolean => printed.includes('\n');
    writeFileSync(at('secret'), 'a-secret-of-this-test');
    for (const line of [
      'sandbox --port 0 --fanfare --checkoutchamp',
      `relay --platform woocommerce --secret-file ${at('secret')} --port 0`,
    ]) {
      const document = await documentOf(line.split(' '), env, isEnded);
      expect(document).toMatchObject({ status: 'listening' });
      seen.add(String(document['command']));
    }
  });

  it('of pages, which only the built program has', async () => {
    const env = await serve();
    await documentOf(['catalog', 'sync', at('good.csv')], env);
    for (const words of [
      ['catalog', 'preview', 'good.csv', '--out', 'p.html', '--json'],
      ['runs', 'report', 'latest', '--out', 'r.html', '--json'],
    ]) {
      const { exitCode, stdout } = await runCli(words, { cwd: folder, env });
      expect(exitCode).toBe(0);
      seen.add(String(documentIn(stdout)['command']));
    }
  });

  it('none was forgotten: dead letters are shown in the tests of the relay', () => {
    const names = commands.map(({ name }) => name);
    expect(names.filter((name) => !seen.has(name))).toEqual(['relay dead show']);
  });
});

it.each(commands.map(({ name }) => name))(
  'wrong usage and any other failure are as published: %s',
  async (name) => {
    const words = [...name.split(' '), '--nonsense'];
    expect(await documentOf(words, {})).toMatchObject({ command: name, exitCode: 2 });
    const end = { command: name, status: 'stopped', exitCode: exitCodes.stopped } as const;
    const failure = { code: 'server', message: 'It fails', nextStep: null };
    const empty = emptyDocument({ ...end, stoppedBy: null }, ['p.csv']);
    documentIn(JSON.stringify({ schemaVersion: 1, ...empty, stoppedBy: failure }));
  },
);
