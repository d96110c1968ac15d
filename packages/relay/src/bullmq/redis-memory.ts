import { classMark, isInstanceOf } from 'sequenzy-contract';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, LedgerEntry, LedgerWrite, OrderState } from 'sequenzy-commerce';
import type { DatedEntry, SentElsewhere } from 'sequenzy-commerce/node';
import type { RedisClient } from './driver.ts';

/** A reservation lasts so long without a sign of life of who has it, in milliseconds. */
const lasts = 10_000;

const release = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;
const renew = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;

interface Parts {
  readonly client: RedisClient;
  /** Begins the names of its keys. */
  readonly prefix: string;
  readonly now: () => number;
  /** Lets go of the connection, where that is its own. */
  readonly close: () => Promise<void>;
}

/** What the relays of all machines have sent, and backfills beside them, in Redis: a hash by the id of the order. */
export class RedisMemory implements Ledger, SentElsewhere {
  readonly salt: string;
  readonly close: () => Promise<void>;
  readonly #client: RedisClient;
  readonly #prefix: string;
  readonly #now: () => number;

  private constructor(salt: string, { client, prefix, now, close }: Parts) {
    this.salt = salt;
    this.#client = client;
    this.#prefix = prefix;
    this.#now = now;
    this.close = close;
  }

  static async open(parts: Parts): Promise<RedisMemory> {
    const { client, prefix } = parts;
    await client.setnx(`${prefix}:salt`, randomUUID());
    return new RedisMemory((await client.get(`${prefix}:salt`)) ?? '', parts);
  }

  /**
   * Binds it to one company at one API, for good.
   *
   * @throws {RedisOwnerError} It is another one's.
   */
  async claim(owner: string): Promise<void> {
    const name = `${this.#prefix}:owner`;
    await this.#client.setnx(name, owner);
    if ((await this.#client.get(name)) !== owner) throw new RedisOwnerError();
  }

  async read(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]> {
    return (await this.#entriesOf(keys)).map((found) => found?.entry);
  }

  async readOrders(keys: readonly string[]): Promise<readonly (OrderState | undefined)[]> {
    return (await this.#entriesOf(keys)).map((found) => found?.entry.order);
  }

  async dated(key: string): Promise<DatedEntry | undefined> {
    const [found] = await this.#entriesOf([key]);
    return found;
  }

  async *list(): AsyncGenerator<LedgerWrite, void, undefined> {
    let cursor = '0';
    do {
      const [next, fields] = await this.#client.hscan(this.#orders, cursor, 'COUNT', 500);
      for (let at = 1; at < fields.length; at += 2) yield entryIn(fields[at] ?? '').entry;
      cursor = next;
    } while (cursor !== '0');
  }

  async write(entries: readonly LedgerWrite[]): Promise<void> {
    for (const { forget, ...entry } of entries) {
      if (forget === true) {
        await this.#client.hdel(this.#orders, entry.key);
        continue;
      }
      const order = entry.order ?? (await this.dated(entry.key))?.entry.order;
      const whole = { ...entry, ...(order && { order }), time: this.#now() };
      await this.#client.hset(this.#orders, entry.key, JSON.stringify(whole));
    }
  }

  async reserve(keys: readonly string[], signal: AbortSignal): Promise<() => Promise<void>> {
    const taken: (() => Promise<void>)[] = [];
    const releaseAll = async (): Promise<void> => {
      for (const one of taken.splice(0)) await one();
    };
    try {
      // In one order, so that two who want the same do not wait for each other.
      for (const key of [...new Set(keys)].sort()) taken.push(await this.#reserved(key, signal));
      return releaseAll;
    } catch (error) {
      await releaseAll();
      throw error;
    }
  }

  get #orders(): string {
    return `${this.#prefix}:orders`;
  }

  async #entriesOf(keys: readonly string[]): Promise<readonly (DatedEntry | undefined)[]> {
    if (keys.length === 0) return [];
    const texts = await this.#client.hmget(this.#orders, ...keys);
    return texts.map((text) => (text === null ? undefined : entryIn(text)));
  }

  async #reserved(key: string, signal: AbortSignal): Promise<() => Promise<void>> {
    const client = this.#client;
    const name = `${this.#prefix}:under-way:${key}`;
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
}

/** What stands in Redis is another company's, or of another API. */
export class RedisOwnerError extends Error {
  static readonly [classMark]: string = 'RedisOwnerError';
  override readonly name = 'RedisOwnerError';

  constructor() {
    super(
      'this Redis holds the orders of another company: give each company a database of its own, such as redis://host:6379/1',
    );
  }

  /** True for the errors of every copy of this package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstanceOf(this, value);
  }
}

function entryIn(text: string): DatedEntry {
  const { time = 0, ...entry } = JSON.parse(text) as LedgerWrite & { readonly time?: number }; // as it was written
  return { entry, time };
}
