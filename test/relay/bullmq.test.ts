import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longForm, tempFolder } from 'sequenzy-testkit';
import { expect, it, vi } from 'vitest';
import { runCli, serveSandbox } from '../cli/cli-process.ts';
import { canStartRedis, privateRedis } from '../quota/redis.ts';
import { survive } from './ordeal.ts';
import { drained, secret, secretFile, startRelay } from './relay-process.ts';
import { shopEvents } from './shop.ts';
import { trouble } from './trouble.ts';

const [webhooks, kills] = longForm ? [50_000, 40] : [100, 1];
const seed = Number(process.env['SEQUENZY_CRASH_SEED'] ?? 1);

/** Partitions: so many events are under way at once. */
const concurrency = 8;

it.skipIf(canStartRedis === undefined)(
  `over Redis the relay loses no webhook, killed ${String(kills)} times, and Redis once`,
  async () => {
    const redis = await privateRedis({ keeps: true });
    const { sandbox, url: api } = await serveSandbox({ record: 'all', faults: trouble, seed });
    const cwd = await tempFolder();
    const file = await secretFile(cwd);
    const args = [
      '--platform',
      'woocommerce',
      '--secret-file',
      file,
      '--rate',
      'off',
      '--queue',
      'redis',
    ];
    const events = shopEvents(webhooks, Math.ceil(webhooks / 8), seed);
    const between = async (): Promise<void> => {
      await redis.kill();
      await redis.start();
    };
    const env = { REDIS_URL: redis.url };
    const figures = await survive({ cwd, api, args, env, sandbox, events, kills, seed, between });
    process.stdout.write(`relay, BullMQ, seed ${String(seed)}: ${JSON.stringify(figures)}\n`);
    expect(figures).toMatchObject({ webhooks, kills, lost: 0, wrongOrder: 0 });
    expect(figures.sentTwice).toBeLessThanOrEqual(kills * concurrency);
  },
  longForm ? 3_600_000 : 240_000,
);

it.skipIf(canStartRedis === undefined)(
  'over Redis two relays and a backfill share what was sent, and the relays queue and dead letters',
  async () => {
    const redis = await privateRedis();
    const { sandbox, url: api } = await serveSandbox({ record: 'all' });
    const cwd = await tempFolder();
    const file = await secretFile(cwd);
    const env = { REDIS_URL: redis.url };
    const args = ['--platform', 'checkoutchamp', '--secret-file', file, '--queue', 'redis'];
    const one = await startRelay({ cwd, api, env, args: [...args, '--timezone', 'UTC'] });
    const other = await startRelay({ cwd, api, env, args: [...args, '--timezone', 'UTC'] });
    const sale = {
      clientOrderId: '9F2B71C0DE',
      orderStatus: 'COMPLETE',
      totalPrice: '57.90',
      emailAddress: 'ann@shop.example',
      dateCreated: '2026-03-02 09:30:00',
      product1_name: 'Serum',
      product1_qty: '1',
    };
    const send = async (url: string, fields: object): Promise<number> =>
      (
        await fetch(`${url}/checkoutchamp/${secret}`, {
          method: 'POST',
          body: JSON.stringify(fields),
        })
      ).status;
    for (const { url } of [one, other, one, other]) {
      expect(await send(url, { ...sale, currencyCode: 'USD' })).toBe(200);
    }
    await drained(one.url, 20_000);
    const pushed = () => sandbox.requests.filter(({ path }) => path.endsWith('/orders')).length;
    expect(pushed()).toBe(1);

    // A backfill beside them sends what they have not sent, and they do not send that again.
    const sold = { ...sale, currencyCode: 'USD' };
    const missed = { ...sold, clientOrderId: 'C3' };
    await writeFile(join(cwd, 'o.json'), JSON.stringify([sold, missed]));
    const beside = ['--timezone', 'UTC', '--relay', 'redis', '--yes', '--json'];
    const backfill = (...more: string[]) =>
      runCli(['orders', 'backfill', 'o.json', '--totals', 'none', ...beside, ...more], {
        ...{ cwd, url: api, env },
      });
    expect(JSON.parse((await backfill()).stdout)).toMatchObject({
      records: { accepted: 1, unchanged: 1 },
    });
    expect(await send(other.url, missed)).toBe(200);
    await drained(other.url, 20_000);
    expect(pushed()).toBe(2);
    const stranger = await backfill('--company', 'comp_other');
    expect([stranger.exitCode, stranger.stderr]).toEqual([
      2,
      expect.stringContaining('the orders of another company'),
    ]);

    expect(await send(one.url, { ...sale, clientOrderId: 'B2' })).toBe(200);
    const dead = async (...words: string[]) =>
      runCli(['relay', 'dead', ...words, '--queue', 'redis', '--json'], { cwd, env });
    const { stdout } = await dead('list');
    const { letters } = JSON.parse(stdout) as { letters: { id: string }[] }; // what the command prints
    expect(letters).toHaveLength(1);
    await one.kill();
    await other.kill();
    const corrected = [...args, '--timezone', 'UTC', '--currency', 'USD'];
    const last = await startRelay({ cwd, api, env, args: corrected });
    expect((await dead('retry', letters[0]?.id ?? '')).exitCode).toBe(0);
    await vi.waitFor(
      () => {
        expect(sandbox.orders.get('B2')).toBeDefined();
      },
      { timeout: 30_000 },
    );

    await redis.kill();
    for (const [path, status] of [
      ['/healthz', 200],
      ['/readyz', 503],
      ['/metrics', 503],
    ] as const) {
      expect([path, (await fetch(`${last.url}${path}`)).status]).toEqual([path, status]);
    }
    expect(await send(last.url, { ...sold, clientOrderId: 'D4' })).toBe(503);
    await last.kill();
  },
  90_000,
);

it('says what is missing where there is no Redis', async () => {
  const { url } = await serveSandbox();
  const cwd = await tempFolder();
  const args = ['relay', '--platform', 'woocommerce', '--secret-file', await secretFile(cwd)];
  const run = await runCli([...args, '--port', '0', '--queue', 'redis'], { cwd, url });
  expect([run.exitCode, run.stderr]).toEqual([2, expect.stringContaining('Set REDIS_URL')]);
  const env = { REDIS_URL: 'redis://127.0.0.1:1' };
  const away = await runCli([...args, '--port', '0', '--queue', 'redis'], { cwd, url, env });
  expect([away.exitCode, away.stderr]).toEqual([
    75,
    expect.stringContaining('The queue on Redis cannot be used'),
  ]);
});
