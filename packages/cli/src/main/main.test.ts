import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { isRecord } from 'sequenzy-contract';
import { ManualClock, tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import type { Io } from '../terminal/io.ts';
import { main } from './main.ts';
import { interrupted } from 'sequenzy-jobs/report/user-error.ts';

async function run(argv: readonly string[], changes: Partial<Io> = {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const written = Promise.all([text(stdout), text(stderr)]);
  const io: Io = {
    stdin: new PassThrough().end(),
    stdout,
    stderr,
    env: {},
    clock: new ManualClock(),
    interruption: new AbortController().signal,
    abandonment: new AbortController().signal,
    ...changes,
  };
  const exitCode = await main(argv, io);
  stdout.end();
  stderr.end();
  const [out, err] = await written;
  return { exitCode, out, err };
}

it('a bug ends with 1, its stack, and a request to report it; the key is not in it', async () => {
  const key = 'seq_live_in_a_stack';
  const clock = new ManualClock();
  clock.monotonic = () => {
    throw new RangeError(`broken near ${key}`);
  };
  const env = { SEQUENZY_API_KEY: key };
  const argv = ['catalog', 'delete', 'mug', '--yes', '--json'];
  const { exitCode, out, err } = await run(argv, { env, clock });
  expect(exitCode).toBe(1);
  expect(err).toMatch(
    /^RangeError: broken near \[key\]\n {4}at .*\n[^]*bug in sequenzy-cli.*report/,
  );
  expect(JSON.parse(out)).toMatchObject({ exitCode: 1, stoppedBy: { code: 'bug' } });
});

it('what is interrupted before anything was sent ends with 130', async () => {
  const interruption = AbortSignal.abort(interrupted());
  const argv = ['catalog', 'list', '--sandbox', '--json'];
  const { exitCode, out } = await run(argv, { interruption });
  expect(exitCode).toBe(130);
  expect(JSON.parse(out)).toMatchObject({ status: 'stopped', exitCode: 130 });
});

/** The names of everything a document holds, at any depth; lists are taken for empty. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (!isRecord(value)) return 'value';
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}

describe('the document of a failure has the shape of the command’s own', () => {
  const files = {
    'products.csv': 'productId,title,price,currency\np,Tee,1.00,USD\n',
    'stock.csv': 'sku,quantity\ns,1\n',
    'orders.csv': 'orderId,email,total,currency,orderedAt\n1,a@b.example,1.00,USD,2026-03-02T09:30Z\n',
    'order.json': JSON.stringify({ orderId: '1', totalCents: 1, currency: 'USD', customer: { email: 'a@b.example' } }),
    'checkout.json': JSON.stringify({ checkoutId: '1', customer: { email: 'a@b.example' } }),
    'request.json': JSON.stringify({ productId: 'p', customer: { email: 'a@b.example' } }),
  }; // prettier-ignore
  const recognition = 'value';

  it.each([
    ['catalog sync', 'products.csv', []],
    ['catalog diff', 'products.csv', []],
    ['catalog stock', 'stock.csv', []],
    ['catalog delete', 'p', ['--yes']],
    ['orders backfill', 'orders.csv', ['--totals', 'computed', '--yes']],
    ['orders verify', 'orders.csv', []],
    ['orders push', 'order.json', []],
    ['checkouts track', 'checkout.json', []],
    ['back-in-stock register', 'request.json', []],
  ])('%s', async (command, input, options) => {
    const folder = await tempFolder();
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content);
    }
    const path = Object.hasOwn(files, input) ? join(folder, input) : input;
    // By default they are written where the command is run.
    const rejects = command === 'catalog stock' ? ['--rejects', join(folder, 'rejects.csv')] : [];
    const argv = [...command.split(' '), path, ...options, ...rejects, '--json'];
    const state = ['--state-dir', join(folder, 'state')];
    const done = await run([...argv, '--sandbox', ...state]);
    const failed = await run([...argv, ...state]);
    expect(JSON.parse(failed.out)).toMatchObject({ command, exitCode: 2, status: 'failed' });
    const { source, ...own } = JSON.parse(done.out) as Record<string, unknown>; // a document
    const expected = isRecord(source) ? { ...own, source: { ...source, recognition } } : own;
    const stopped = { ...expected, stoppedBy: { code: '', message: '', nextStep: '' } };
    expect(shapeOf(JSON.parse(failed.out))).toEqual(shapeOf(stopped));
  });

  it.each(['catalog list', 'runs', 'runs show', 'orders forget 1', 'sandbox --port x', ''])(
    '%s: none where it has no figures',
    async (command) => {
      const { out } = await run([...command.split(' '), '--json', '--nonsense']);
      const names = ['schemaVersion', 'command', 'status', 'exitCode', 'stoppedBy'];
      expect(Object.keys(JSON.parse(out) as object)).toEqual(names);
    },
  );
});
