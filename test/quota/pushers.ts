import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createSandbox } from 'sequenzy-sandbox';
import { listen } from 'sequenzy-sandbox/server';
import { bundledProgram, tempFolder } from 'sequenzy-testkit';
import { onTestFinished } from 'vitest';

/** Pushes so many orders, four at a time, and says of each how long it took; and what went wrong. */
const program = `
  import { SequenzyCommerce } from 'sequenzy-commerce';
  import { sharedRateLimit } from 'sequenzy-commerce/node';
  import { redisRateLimit } from 'sequenzy-commerce/redis';
  globalThis.__VERSION__ = 'test';
  const [url, orders, priority, redis] = process.argv.slice(2);
  const onTrouble = (error) => console.log('trouble ' + error);
  const rateLimit = redis
    ? redisRateLimit({ url: redis, prefix: process.env.PREFIX, onTrouble })
    : sharedRateLimit({ onTrouble });
  const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', baseUrl: url, rateLimit });
  let next = 0;
  const one = async () => {
    while (next < Number(orders)) {
      const number = next++;
      const asked = Date.now();
      await sequenzy.request({
        method: 'POST', path: '/orders', replayable: true, priority,
        body: JSON.stringify({
          orderId: process.pid + '-' + number, totalCents: 100, currency: 'USD',
          customer: { email: number + '@example.com' },
        }),
      });
      console.log('sent ' + (Date.now() - asked) + ' ' + Date.now());
    }
  };
  await Promise.all([one(), one(), one(), one()]);
`;

export interface Pusher {
  readonly child: ChildProcess;
  /** Milliseconds until each order was answered. */
  readonly waits: number[];
  /** When each was answered. */
  readonly sentAt: number[];
  readonly troubles: string[];
  /** Milliseconds until it ended. */
  readonly ended: Promise<number>;
}

/**
 * A server that enforces the limits, and processes that push orders to it.
 *
 * @param redis Address of the Redis by which they share the quota; without it, a folder.
 */
export async function shopOf(redis?: string) {
  const sandbox = createSandbox({ rateLimit: true, latency: 5 });
  const server = await listen(sandbox);
  onTestFinished(() => server.close());
  const folder = await tempFolder();
  const path = await bundledProgram(folder, program, import.meta.dirname);
  const env = { ...process.env, SEQUENZY_QUOTA_DIR: folder, PREFIX: `test:${folder}` };
  const push = (orders: number, priority = 'order'): Pusher => {
    const args = [path, server.url, String(orders), priority, ...(redis ? [redis] : [])];
    const began = Date.now();
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [waits, sentAt, troubles]: [number[], number[], string[]] = [[], [], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) {
        const sent = /^sent (\d+) (\d+)$/.exec(line);
        if (sent !== null) {
          waits.push(Number(sent[1]));
          sentAt.push(Number(sent[2]));
        } else if (line !== '') troubles.push(line);
      }
    });
    const ended = once(child, 'close').then(() => Date.now() - began);
    return { child, waits, sentAt, troubles, ended };
  };
  const refused = (): number => sandbox.requests.filter(({ status }) => status === 429).length;
  return { push, refused };
}
