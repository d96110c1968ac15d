import type * as BullMq from 'bullmq';

/** The part of a client of Redis that is used here; BullMQ brings one. */
export interface RedisClient {
  hset(key: string, field: string, value: string): Promise<unknown>;
  hget(key: string, field: string): Promise<string | null>;
  hmget(key: string, ...fields: string[]): Promise<(string | null)[]>;
  hdel(key: string, field: string): Promise<number>;
  hlen(key: string): Promise<number>;
  hgetall(key: string): Promise<Record<string, string>>;
  hscan(
    key: string,
    cursor: string,
    count: 'COUNT',
    number: number,
  ): Promise<[cursor: string, fields: string[]]>;
  set(key: string, value: string, px: 'PX', milliseconds: number, nx: 'NX'): Promise<string | null>;
  setnx(key: string, value: string): Promise<number>;
  get(key: string): Promise<string | null>;
  ping(): Promise<string>;
  eval(script: string, keys: number, ...values: string[]): Promise<unknown>;
}

/**
 * How Redis is connected to: the first time at once or not at all, so that a wrong address is told; after that again and again.
 * What cannot be sent at once fails: whoever asked tries it again.
 */
export function wayTo(url: string) {
  let wasThere = false;
  const retryStrategy = (tries: number): number | null =>
    wasThere ? Math.min(1000, 50 * 2 ** Math.min(tries, 10)) : null;
  return {
    options: { url, enableOfflineQueue: false, maxRetriesPerRequest: 1, retryStrategy },
    /** Call it once it is connected. */
    keep: (): void => {
      wasThere = true;
    },
  };
}

/** @throws {Error} that says what to install. */
export async function loadBullMq(): Promise<typeof BullMq> {
  try {
    return await import('bullmq');
  } catch (cause) {
    throw new Error('A queue on Redis needs the package bullmq: npm install bullmq', { cause });
  }
}

/** As BullMQ gives it: an ioredis client, whose types are not ours to name. */
export async function clientOf(queue: BullMq.Queue): Promise<RedisClient> {
  return (await queue.client) as unknown as RedisClient;
}
