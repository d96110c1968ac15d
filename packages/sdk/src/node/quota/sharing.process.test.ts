import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { bundledProgram, longForm, tempFolder } from 'sequenzy-testkit';
import { describe, expect, onTestFinished, test } from 'vitest';

/** Pushes so many orders, and says when it sent each and what went wrong. */
const pusher = `
  import { SequenzyCommerce } from '../../index.ts';
  import { sharedRateLimit } from '../index.ts';
  import { redisRateLimit } from '../redis/index.ts';
  globalThis.__VERSION__ = 'test';
  const [url, orders, priority, redis] = process.argv.slice(2);
  const onTrouble = (error) => console.log('trouble ' + error);
  const rateLimit = redis ? redisRateLimit({ url: redis, prefix: process.env.PREFIX, onTrouble }) : sharedRateLimit({ onTrouble });
  const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', baseUrl: url, rateLimit });
  let next = 0;
  const one = async () => {
    while (next < Number(orders)) {
      const number = next++;
      const asked = Date.now();
      await sequenzy.request({
        method: 'POST', path: '/orders', replayable: true, priority,
        body: JSON.stringify({ orderId: process.pid + '-' + number, totalCents: 100, currency: 'USD', customer: { email: number + '@example.com' } }),
      });
      console.log('sent ' + (Date.now() - asked));
    }
  };
  await Promise.all([one(), one(), one(), one()]);
`;

interface Pusher {
  readonly child: ChildProcess;
  /** Milliseconds until each order was answered. */
  readonly waits: number[];
  readonly troubles: string[];
  /** When it ended, after how many milliseconds. */
  readonly ended: Promise<number>;
}

const redisUrl = 'redis://127.0.0.1:6379';

/** A server that enforces the limits, and processes that push orders to it. */
async function shop({ redis = false } = {}) {
  const sandbox = createSandbox({ rateLimit: true, latency: 5 });
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  const folder = await tempFolder();
  const program = await bundledProgram(folder, pusher, import.meta.dirname);
  const env = { ...process.env, SEQUENZY_QUOTA_DIR: folder, PREFIX: `test:${folder}` };
  const push = (orders: number, priority = 'order'): Pusher => {
    const args = [program, server.url, String(orders), priority, ...(redis ? [redisUrl] : [])];
    const began = Date.now();
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [waits, troubles]: [number[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) {
        if (line.startsWith('sent ')) waits.push(Number(line.slice(5)));
        else if (line !== '') troubles.push(line);
      }
    });
    const ended = once(child, 'close').then(() => Date.now() - began);
    return { child, waits, troubles, ended };
  };
  const refused = (): number => sandbox.requests.filter(({ status }) => status === 429).length;
  return { push, refused };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const hasRedis = await new Promise<boolean>((resolve) => {
  const socket = connect(6379, '127.0.0.1')
    .on('connect', () => {
      socket.destroy();
      resolve(true);
    })
    .on('error', () => {
      resolve(false);
    });
});

describe.each([
  { name: 'one machine', redis: false },
  { name: 'Redis', redis: true },
])('processes that share a quota over $name', ({ redis }) => {
  const skip = redis && !hasRedis;

  test.skipIf(skip)('earn no 429, and lose no place', { timeout: 60_000 }, async () => {
    const { push, refused } = await shop({ redis });
    const pushers = [push(23), push(23), push(23), push(23)];
    const ends = await Promise.all(pushers.map(({ ended }) => ended));
    expect(pushers.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(pushers.map(({ waits }) => waits.length)).toEqual([23, 23, 23, 23]);
    expect(refused()).toBe(0);
    // 92 requests at 20 a second leave within 4 s.
    expect(Math.max(...ends)).toBeLessThan(30_000);
  });

  test.skipIf(skip)('go on when one is killed or stands still', { timeout: 90_000 }, async () => {
    const { push, refused } = await shop({ redis });
    const [killed, still, alive] = [push(1000), push(1000), push(40)];
    await sleep(700 + Math.random() * 800);
    still.child.kill('SIGSTOP');
    await sleep(Math.random() * 500);
    killed.child.kill('SIGKILL');
    await alive.ended;
    still.child.kill('SIGCONT');
    await sleep(2000);
    still.child.kill('SIGKILL');
    expect(alive.waits).toHaveLength(40);
    expect(Math.max(...alive.waits)).toBeLessThan(61_500);
    expect(refused()).toBe(0);
  });

  const long = skip || !longForm;
  test.skipIf(long)('use the ceiling, whatever there are', { timeout: 400_000 }, async () => {
    const { push, refused } = await shop({ redis });
    const pushers = [push(75), push(75), push(75), push(75)];
    const ends = await Promise.all(pushers.map(({ ended }) => ended));
    expect(refused()).toBe(0);
    // The last of 300 leaves 124 s after the first, if nothing is lost.
    expect(Math.max(...ends)).toBeLessThan(125_000 / 0.95);
    expect(Math.min(...ends)).toBeGreaterThan(Math.max(...ends) * 0.9);
  });

  test.skipIf(long)('keep live requests from waiting', { timeout: 400_000 }, async () => {
    const { push, refused } = await shop({ redis });
    const first = push(1, 'checkout');
    await first.ended;
    const history = push(300, 'backfill');
    const waits: number[] = [];
    while (history.child.exitCode === null && waits.length < 40) {
      await sleep(4000);
      const live = push(1, 'checkout');
      await live.ended;
      waits.push(...live.waits);
    }
    history.child.kill('SIGKILL');
    const sorted = waits.sort((one, other) => one - other);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(1000);
    expect(refused()).toBe(0);
  });
});

test.skipIf(hasRedis)('Redis is not reachable at 127.0.0.1:6379: its tests are skipped', () => {
  expect(process.env['CI']).toBeUndefined();
});
