import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { createSandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { expect, it, onTestFinished } from 'vitest';
import { runCli } from './cli-process.ts';
import { valuesOf, write } from './order-history.ts';

interface Arrival {
  readonly orderId: string;
  readonly email: string;
}

/** A server that is slow, and looks at what is on its way at the same time. */
async function serveSlowly() {
  const sandbox = createSandbox();
  const arrivals: Arrival[] = [];
  const underWay: string[] = [];
  const seen = { most: 0, twoOfOne: 0 };
  const onItsWay = async (body: string): Promise<() => void> => {
    const { orderId, customer } = JSON.parse(body) as { orderId: string; customer: Arrival }; // what the CLI sends
    const email = customer.email.toLowerCase();
    if (underWay.includes(email)) seen.twoOfOne += 1;
    arrivals.push({ orderId, email });
    underWay.push(email);
    seen.most = Math.max(seen.most, underWay.length);
    await sleep(10 + (Number(orderId) % 5) * 10);
    return () => underWay.splice(underWay.indexOf(email), 1);
  };
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { method = 'GET', url = '', headers } = request;
      const body = await text(request);
      const arrived = method === 'POST' ? await onItsWay(body) : undefined;
      const { authorization = '' } = headers;
      const reply = await sandbox.fetch(new URL(url, 'https://api.sequenzy.com'), {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(method === 'POST' && { body }),
      });
      arrived?.();
      response.writeHead(reply.status, { 'content-type': 'application/json' });
      response.end(await reply.text());
    };
    void answer();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  return { url: `http://127.0.0.1:${String(port)}`, sandbox, arrivals, seen };
}

/** 60 orders of 7 customers, whose addresses change their case; the newest stand first. */
const rows = Array.from({ length: 60 }, (_, n) => {
  const email = `c${String(n % 7)}@example.com`;
  const written = n % 2 === 0 ? email : email.toUpperCase();
  const time = new Date(Date.UTC(2026, 0, 60 - n)).toISOString();
  return `${String(n)},${written},1.00,USD,${time},placed,,`;
});

it.each([[[]], [['--ltv-first']]])(
  'a backfill %j never has two orders of one customer under way, and keeps their order',
  async (options) => {
    const cwd = await tempFolder();
    const { url, sandbox, arrivals, seen } = await serveSlowly();
    await write(join(cwd, 'o.csv'), rows);
    const bound = ['--concurrency', '6', '--rate', 'off', '--yes'];
    const args = ['orders', 'backfill', 'o.csv', '--totals', 'computed', ...bound, ...options];
    expect(await runCli(args, { cwd, url })).toMatchObject({ exitCode: 0 });
    expect(arrivals).toHaveLength(60);
    expect(seen.twoOfOne).toBe(0);
    expect(seen.most).toBeGreaterThan(3);
    const [first, ...others] = arrivals
      .filter(({ email }) => email === 'c3@example.com')
      .map(({ orderId }) => Number(orderId));
    const byTime = others.toSorted((one, other) => other - one);
    expect(others).toEqual(byTime);
    expect(first).toBe(options.length === 0 ? 59 : 3);
    expect(valuesOf(sandbox, 'c3@example.com')).toEqual([9, 9]);
    if (options.length > 0) {
      expect(new Set(arrivals.slice(0, 7).map(({ email }) => email)).size).toBe(7);
    }
  },
);
