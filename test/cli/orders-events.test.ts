import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli, serveSandbox } from './cli-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await tempFolder();
});

const customer = { email: 'ada@example.com' };
const order = (orderId: string) => ({ orderId, totalCents: 1500, currency: 'USD', customer });
const lines = (...documents: unknown[]): string =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('');

describe('orders push', () => {
  it('pushes one, an array, and one a line', async () => {
    const { sandbox, url } = await serveSandbox();
    const push = ['orders', 'push', '-', '--json'];
    const one = JSON.stringify(order('1'), null, 2);
    await runCli(push, { cwd, url, stdin: one });
    await runCli(push, { cwd, url, stdin: JSON.stringify([order('2'), order('3')]) });
    const { exitCode, stdout } = await runCli(push, {
      cwd,
      url,
      stdin: lines(order('4'), order('5')),
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'orders push',
      status: 'completed',
      records: { read: 2, accepted: 2 },
      events: [
        { position: 1, key: '4', status: 'accepted', reply: { queued: true } },
        { key: '5' },
      ],
    });
    expect(sandbox.orders.size).toBe(5);
  });

  it('warns of what Sequenzy drops without an error, once for all of them', async () => {
    const { url } = await serveSandbox();
    const push = async (...orders: unknown[]) => {
      const stdin = lines(...orders);
      return runCli(['orders', 'push', '-', '--json'], { cwd, url, stdin });
    };
    const { exitCode, stdout, stderr } = await push(
      { ...order('1'), properties: { provider: 'shop', lineItems: [], colour: 'red' } },
      { ...order('2'), properties: { orderId: 'x', provider: 'y' } },
      { ...order('3'), orderedAt: '2015-01-01T00:00:00Z' },
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      records: { accepted: 3 },
      warnings: [
        expect.stringMatching(/^1 of these orders is more than 5 years old.*without an error\.$/),
        expect.stringContaining('properties.provider, properties.lineItems, properties.orderId.'),
      ],
    });
    expect(stderr).not.toContain('properties.colour');
    const plain = await push({ ...order('4'), properties: { colour: 'red' } });
    expect(JSON.parse(plain.stdout)).toMatchObject({ warnings: [] });
  });

  it('names every faulty field and sends nothing', async () => {
    const { sandbox, url } = await serveSandbox();
    const bad = { orderId: '2', totalCents: 1.5, currency: 'US', customer: { email: 'x' } };
    await writeFile(join(cwd, 'o.json'), lines(order('1'), bad));
    const { exitCode, stdout, stderr } = await runCli(['orders', 'push', 'o.json', '--json'], {
      cwd,
      url,
    });
    expect(exitCode).toBe(2);
    const { faults } = JSON.parse(stdout) as { faults: { path: string; position: number }[] }; // looked at below
    expect(faults.map(({ path, position }) => [position, path])).toEqual([
      [2, 'totalCents'],
      [2, 'currency'],
      [2, 'customer.email'],
    ]);
    expect(stderr).toContain('document 2  customer.email');
    expect(sandbox.requests).toHaveLength(0);
  });

  it('repeats what may have arrived: an order never counts twice', async () => {
    const { sandbox, url } = await serveSandbox({
      faults: [{ on: { path: '/orders' }, times: 1, do: { kind: 'reset', when: 'after-work' } }],
    });
    const { exitCode } = await runCli(['orders', 'push', '-'], {
      cwd,
      url,
      stdin: lines(order('1')),
    });
    expect(exitCode).toBe(0);
    expect(sandbox.requests).toHaveLength(2);
  });

  it('goes on after one that is refused, and ends with 3', async () => {
    const { sandbox, url } = await serveSandbox({
      faults: [
        { on: { path: '/orders' }, after: 1, times: 1, do: { kind: 'plain-text', status: 422 } },
      ],
    });
    const { exitCode, stdout, stderr } = await runCli(['orders', 'push', '-', '--json'], {
      cwd,
      url,
      stdin: lines(order('1'), order('2'), order('3')),
    });
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'partial',
      records: { read: 3, accepted: 2, rejected: 1 },
      events: [
        {},
        { key: '2', status: 'rejected', reason: expect.stringContaining('422') as string },
        {},
      ],
    });
    expect(stderr).toMatch(/^rejected {2}2 .*422/m);
    expect(['1', '2', '3'].map((id) => sandbox.orders.get(id) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it.each(['', 'no json', '[]'])('ends with 2 for %j', async (stdin) => {
    const { url } = await serveSandbox();
    expect((await runCli(['orders', 'push', '-'], { cwd, url, stdin })).exitCode).toBe(2);
  });
});

const events = [
  ['checkouts', 'track', '/checkouts', { checkoutId: 'ch_1', customer }],
  ['back-in-stock', 'register', '/back-in-stock', { productId: 'mug', customer }],
] as const;

describe.each(events)('%s %s', (group, verb, path, document) => {
  const lost = [{ on: { path }, times: 1, do: { kind: 'reset', when: 'after-work' } }] as const;

  it('sends it', async () => {
    const { sandbox, url } = await serveSandbox();
    const run = await runCli([group, verb, '-'], { cwd, url, stdin: lines(document) });
    expect(run.exitCode).toBe(0);
    expect(sandbox.requests).toMatchObject([
      { method: 'POST', path: `/api/v1${path}`, status: 200 },
    ]);
  });

  it('does not replay what may have arrived: 75, and says what is unknown', async () => {
    const { sandbox, url } = await serveSandbox({ faults: lost });
    const stdin = lines(document, document);
    const { exitCode, stdout, stderr } = await runCli([group, verb, '-', '--json'], {
      cwd,
      url,
      stdin,
    });
    expect(exitCode).toBe(75);
    expect(stderr).toContain('It is not known whether');
    expect(JSON.parse(stdout)).toMatchObject({
      command: `${group} ${verb}`,
      status: 'stopped',
      records: { read: 2, accepted: 0, unknown: 1, notAttempted: 1 },
      stoppedBy: { code: 'unknown' },
    });
    expect(sandbox.requests).toHaveLength(1);
  });

  it.each([
    ['not known', { kind: 'hang', when: 'after-work' }, { unknown: 1, notAttempted: 1 }],
    ['put off', { kind: 'rate-limited', waitMs: 3_600_000 }, { unknown: 0, notAttempted: 2 }],
  ] as const)(
    'says what to leave out of the next try where the second is %s',
    async (_, fault, counts) => {
      const { sandbox, url } = await serveSandbox({
        faults: [{ on: { path }, after: 1, do: fault }],
      });
      const { exitCode, stdout, stderr } = await runCli(
        [group, verb, '-', '--json', '--timeout', '1'],
        { cwd, url, stdin: lines(document, document, document) },
      );
      expect(exitCode).toBe(75);
      expect(stderr).toMatch(/^stopped .*Take what was accepted out of the input first/m);
      expect(JSON.parse(stdout)).toMatchObject({ records: { read: 3, accepted: 1, ...counts } });
      expect(sandbox.requests).toHaveLength(2);
    },
  );

  it('replays it with --replay', async () => {
    const { sandbox, url } = await serveSandbox({ faults: lost });
    const stdin = lines(document);
    const { exitCode } = await runCli([group, verb, '-', '--replay'], { cwd, url, stdin });
    expect(exitCode).toBe(0);
    expect(sandbox.requests).toHaveLength(2);
  });

  it('ends with 4 without the permission', async () => {
    const { url } = await serveSandbox({
      apiKey: [{ key: 'seq_live_sandbox', scopes: ['account:read'] }],
    });
    const { exitCode } = await runCli([group, verb, '-'], { cwd, url, stdin: lines(document) });
    expect(exitCode).toBe(4);
  });
});
