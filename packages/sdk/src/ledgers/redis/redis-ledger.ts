import { SequenzyError } from '../../errors/errors.ts';
import type { LedgerEntry, LedgerWrite, OrderState } from '../../ledger/ledger.ts';
import { merged } from '../opened/merged.ts';
import { listed } from '../opened/parts.ts';
import {
  hold,
  leaseMilliseconds,
  type Lease,
  type LedgerIdentity,
  type OpenedLedger,
} from '../opened/opened-ledger.ts';
import { commandsOf, fieldsOf, pairsOf, script, type RedisClient, type Send } from './commands.ts';

/** {@link openRedisLedger} */
export interface RedisLedgerOptions extends LedgerIdentity {
  /** A connected client of `@redis/client`, `redis` or `ioredis`. It stays yours to end. */
  readonly client: RedisClient;
  /** Begins the names of its keys. Default: `sequenzy:ledger`. */
  readonly prefix?: string | undefined;
  /**
   * Take a Redis that has no append-only file, and may forget what it has acknowledged when it stops. Then products are
   * sent once more; one that was changed and changed back since may be taken for unchanged. Default: false, it is refused.
   */
  readonly mayForget?: boolean | undefined;
}

/**
 * Opens a ledger in Redis 6 or later, for this run alone until it is closed. A write is one script, and as durable as
 * the append-only file: `appendonly yes` is needed, and with `appendfsync always` nothing that was acknowledged is lost;
 * with `everysec` a crash of the machine can lose a second. Redis must not evict its keys (`maxmemory-policy noeviction`).
 *
 * @throws {SequenzyError} of the code `ledger` where another run holds it, or Redis keeps nothing; whatever the driver
 * throws.
 * @example
 * const client = await createClient().connect();
 * const ledger = await openRedisLedger({ client, company: 'co_1', origin: 'https://api.sequenzy.com', name: 'products' });
 * await sequenzy.products.sync(products, { ledger });
 * await ledger.close();
 */
export async function openRedisLedger(options: RedisLedgerOptions): Promise<OpenedLedger> {
  const { company, origin, name, prefix = 'sequenzy:ledger', mayForget = false } = options;
  const send = commandsOf(options.client);
  if (!mayForget) await requireFile(send);
  // A hash tag keeps the keys of one ledger together in a cluster.
  const root = `{${prefix}:${JSON.stringify([company, origin, name]).replace(/[{}]/g, '')}}`;
  const [holder, entries, orders, about] = [
    `${root}:holder`,
    `${root}:entries`,
    `${root}:orders`,
    `${root}:about`,
  ];
  const held = await hold(leaseIn(send, holder), options);
  await send('HSETNX', about, 'salt', crypto.randomUUID());
  const known = pairsOf(await send('HGETALL', about));
  const size = Number(await send('HLEN', entries));
  const put = script(send, writing, [holder, entries, orders]);
  let closing: Promise<void> | undefined;

  /** As they were written. */
  async function find<Value>(
    hash: string,
    keys: readonly string[],
  ): Promise<(Value | undefined)[]> {
    if (keys.length === 0) return [];
    const texts = (await send('HMGET', hash, ...keys)) as (string | null)[]; // as the command answers
    return texts.map((text) => (text === null ? undefined : (JSON.parse(text) as Value))); // this ledger's own
  }
  const read = (keys: readonly string[]) => find<LedgerEntry>(entries, keys);
  const readOrders = (keys: readonly string[]) => find<OrderState>(orders, keys);

  async function* list(): AsyncGenerator<LedgerWrite> {
    for await (const keys of fieldsOf(send, entries)) {
      const [found, states] = [await read(keys), await readOrders(keys)];
      for (const [at, key] of keys.entries()) {
        const entry = found[at];
        if (entry === undefined) continue; // forgotten meanwhile
        const order = states[at];
        yield listed({ ...entry, key, ...(order && { order }) });
      }
    }
  }

  return {
    salt: known.get('salt') ?? '',
    size,
    read,
    readOrders,
    list,
    verify: () => held.verify(),
    async *keys() {
      for await (const keys of fieldsOf(send, entries)) yield* keys;
    },
    async write(writes) {
      if (writes.length === 0) return;
      const values = merged(writes).flatMap(({ key, order, forget, isWiped, ...entry }) => [
        key,
        forget === true ? '' : JSON.stringify(entry),
        order === undefined ? '' : JSON.stringify(order),
        isWiped ? '1' : '',
      ]);
      if ((await put(held.token, ...values)) !== 1) await held.verify();
    },
    notes: {
      get: (note) => known.get(`note:${note}`),
      async set(note, value) {
        await send('HSET', about, `note:${note}`, value);
        known.set(`note:${note}`, value);
      },
    },
    close() {
      closing ??= held.release();
      return closing;
    },
  };
}

/** Nothing is decoded. What is known of an order stays where none is given. */
const writing = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
for i = 2, #ARGV, 4 do
  if ARGV[i + 3] ~= '' then redis.call('HDEL', KEYS[3], ARGV[i]) end
  if ARGV[i + 1] == '' then redis.call('HDEL', KEYS[2], ARGV[i])
  else redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
  if ARGV[i + 2] ~= '' then redis.call('HSET', KEYS[3], ARGV[i], ARGV[i + 2]) end
end
return 1`;

function leaseIn(send: Send, holder: string): Lease {
  const lasts = String(leaseMilliseconds);
  const ifMine = (command: string): string =>
    `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call(${command}) end return 0`;
  const renew = script(send, ifMine("'PEXPIRE', KEYS[1], ARGV[2]"), [holder]);
  const release = script(send, ifMine("'DEL', KEYS[1]"), [holder]);
  return {
    take: async (token) => (await send('SET', holder, token, 'PX', lasts, 'NX')) !== null,
    renew: async (token) => (await renew(token, lasts)) === 1,
    release: async (token) => {
      await release(token);
    },
  };
}

async function requireFile(send: Send): Promise<void> {
  const info = String(await send('INFO', 'persistence'));
  if (/^aof_enabled:1/m.test(info)) return;
  const message =
    'This Redis has no append-only file, and may forget what was sent when it stops. Set `appendonly yes` (with `appendfsync always`), or pass `mayForget: true`';
  throw new SequenzyError('ledger', message);
}
