import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, LedgerWrite } from 'sequenzy-commerce';
import type { RedisClient } from './driver.ts';

/** A reservation lasts so long without a sign of life of who has it, in milliseconds. */
const lasts = 30_000;

const release = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;
const renew = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;

/** What the relays of all machines have sent, in Redis. */
export async function redisLedger(client: RedisClient, prefix: string): Promise<Ledger> {
  const orders = `${prefix}:orders`;
  await client.setnx(`${prefix}:salt`, randomUUID());
  const salt = (await client.get(`${prefix}:salt`)) ?? '';
  const read = async (keys: readonly string[]): Promise<(LedgerWrite | undefined)[]> => {
    if (keys.length === 0) return [];
    const texts = await client.hmget(orders, ...keys);
    return texts.map((text) => (text === null ? undefined : (JSON.parse(text) as LedgerWrite))); // as it was written
  };
  return {
    salt,
    read,
    readOrders: async (keys) => (await read(keys)).map((entry) => entry?.order),
    write: async (entries) => {
      for (const { forget, ...entry } of entries) {
        if (forget === true) await client.hdel(orders, entry.key);
        else await client.hset(orders, entry.key, JSON.stringify(entry));
      }
    },
    reserve: async (keys, signal) => {
      const taken: (() => Promise<void>)[] = [];
      const releaseAll = async (): Promise<void> => {
        for (const one of taken) await one();
      };
      try {
        for (const key of [...new Set(keys)].sort()) {
          taken.push(await reserved(client, `${prefix}:under-way:${key}`, signal));
        }
        return releaseAll;
      } catch (error) {
        await releaseAll();
        throw error;
      }
    },
  };
}

async function reserved(
  client: RedisClient,
  name: string,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  const token = randomUUID();
  while ((await client.set(name, token, 'PX', lasts, 'NX')) === null) {
    await sleep(100, undefined, { signal });
  }
  const timer = setInterval(() => {
    client.eval(renew, 1, name, token, String(lasts)).catch(() => undefined); // it is tried again
  }, lasts / 3);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await client.eval(release, 1, name, token);
  };
}
