import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { tempFolder } from 'sequenzy-testkit';
import { onTestFinished } from 'vitest';

const address = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const areRequired = process.env['SEQUENZY_TEST_SERVICES'] === 'required';

/**
 * Address of a Redis that answers; without one its tests are left out with one line, and fail where all services are
 * required, as in .ci/run.
 */
export const redisUrl = here(
  (await answers(new URL(address))) ? address : undefined,
  'No Redis answers: the tests over it are left out (TEST_REDIS_URL names one).',
);

/** Whether a Redis can be started for a test that stops it. */
export const canStartRedis = here(
  spawnSync('redis-server', ['--version']).status === 0 || undefined,
  'There is no program redis-server: the tests that restart Redis are left out.',
);

/**
 * A Redis of a test's own.
 *
 * @param keeps Whether it has after a kill what it has acknowledged. Default: it remembers nothing.
 */
export async function privateRedis({ keeps = false } = {}) {
  const port = await freePort();
  const url = `redis://127.0.0.1:${String(port)}`;
  const folder = await tempFolder();
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const durability = keeps ? ['yes', '--appendfsync', 'always'] : ['no'];
    const place = ['--port', String(port), '--save', '', '--dir', folder];
    const settings = [...place, '--appendonly', ...durability];
    server = spawn('redis-server', settings, { stdio: 'ignore' });
    for (let tries = 0; tries < 100 && !(await answers(new URL(url))); tries += 1) await sleep(50);
  };
  const kill = async (): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const closed = once(server, 'exit');
    server.kill('SIGKILL');
    await closed;
  };
  /** As though this server had been there for long. */
  const forgetPause = async (): Promise<void> => {
    const client = await createClient({ url }).connect();
    const all = await client.keys('*');
    await client.del(all.filter((key) => !key.endsWith(':server')));
    client.destroy();
  };
  onTestFinished(kill);
  await start();
  return { url, start, kill, forgetPause };
}

function here<Found>(found: Found | undefined, otherwise: string): Found | undefined {
  if (found === undefined && areRequired) throw new Error(otherwise);
  if (found === undefined) process.stderr.write(`${otherwise}\n`);
  return found;
}

function answers({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(port || 6379), hostname)
      .on('connect', () => {
        socket.destroy();
        resolve(true);
      })
      .on('error', () => {
        resolve(false);
      });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  server.close();
  return port;
}
