import { createClient } from '@redis/client';
import { Redis } from 'ioredis';
import pg from 'pg';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { ledgerRules, type OpenLedger } from 'sequenzy-commerce/ledgers/conformance';
import { openPostgresLedger } from 'sequenzy-commerce/ledgers/postgres';
import { openRedisLedger } from 'sequenzy-commerce/ledgers/redis';
import { openFileLedger } from 'sequenzy-commerce/node';
import { createSandbox } from 'sequenzy-sandbox';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { kinds } from '../databases/servers.ts';
import { canStartRedis, privateRedis } from '../quota/redis.ts';

const whose = { company: 'co_1', origin: 'https://api.sequenzy.com' };

const postgres = kinds.find(({ name }) => name === 'postgres');

async function postgresPool(): Promise<pg.Pool> {
  const database = await postgres?.open();
  const pool = new pg.Pool({ connectionString: database?.url, max: 3 });
  onTestFinished(() => pool.end());
  return pool;
}

const places: { name: string; isHere: boolean; place: () => Promise<OpenLedger> }[] = [
  {
    name: 'a file',
    isHere: true,
    place: async () => {
      const folder = await tempFolder();
      return (name) => openFileLedger({ folder, ...whose, name });
    },
  },
  {
    name: 'PostgreSQL',
    isHere: postgres?.isHere === true,
    place: async () => {
      const client = await postgresPool();
      return (name) => openPostgresLedger({ client, ...whose, name });
    },
  },
  {
    name: 'Redis by @redis/client',
    isHere: canStartRedis === true,
    place: async () => {
      const client = createClient({ url: (await privateRedis({ keeps: true })).url });
      await client.connect();
      onTestFinished(() => client.close());
      return (name) => openRedisLedger({ client, ...whose, name });
    },
  },
  {
    name: 'Redis by ioredis',
    isHere: canStartRedis === true,
    place: async () => {
      const client = new Redis((await privateRedis({ keeps: true })).url);
      onTestFinished(() => {
        client.disconnect();
      });
      return (name) => openRedisLedger({ client, ...whose, name });
    },
  },
];

describe.each(places.filter(({ isHere }) => isHere))('a ledger in $name', ({ place }) => {
  it('keeps every rule', async () => {
    const open = await place();
    const broken: string[] = [];
    for (const rule of ledgerRules) {
      await rule
        .check(open)
        .catch((error: unknown) => broken.push(`${rule.name}: ${String(error)}`));
    }
    expect(broken).toEqual([]);
  });

  it('belongs to one run at a time, and what it remembers is not sent again', async () => {
    const open = await place();
    const sandbox = createSandbox();
    const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: sandbox.fetch });
    const tees = [{ productId: 'tee', title: 'Tee' }];
    const ledger = await open('products');
    expect((await sequenzy.products.upsert(tees, { ledger })).records.accepted).toBe(1);
    await expect(open('products')).rejects.toThrow(/is held by another run|has held it since/);
    await ledger.close?.();
    const again = await open('products');
    expect((await sequenzy.products.upsert(tees, { ledger: again })).records.unchanged).toBe(1);
    await again.close?.();
  });
});

describe('a run that has lost its ledger', () => {
  it.runIf(postgres?.isHere)(
    'writes nothing more to PostgreSQL, and sends nothing more',
    async () => {
      const client = await postgresPool();
      const lost = await openPostgresLedger({ client, ...whose, name: 'products' });
      await client.query(`UPDATE sequenzy_ledger SET held_until = now() - interval '1 second'`);
      const mine = await openPostgresLedger({ client, ...whose, name: 'products' });
      await expect(lost.write([{ key: 'tee', fingerprint: 'f' }])).rejects.toThrow('taken over');
      expect(await mine.read(['tee'])).toEqual([undefined]);
      const sandbox = createSandbox();
      const sequenzy = new SequenzyCommerce({ apiKey: 'seq_live_sandbox', fetch: sandbox.fetch });
      const tees = [{ productId: 'tee', title: 'Tee' }];
      const { stoppedBy } = await sequenzy.products.upsert(tees, { ledger: lost });
      expect([stoppedBy?.code, sandbox.requests.length]).toEqual(['ledger', 0]);
      await Promise.all([lost.close(), mine.close()]);
    },
  );

  it.runIf(canStartRedis)(
    'is refused a Redis that keeps nothing, unless it may forget',
    async () => {
      const client = new Redis((await privateRedis()).url);
      onTestFinished(() => {
        client.disconnect();
      });
      const given = { client, ...whose, name: 'products' };
      await expect(openRedisLedger(given)).rejects.toThrow('Set `appendonly yes`');
      const lost = await openRedisLedger({ ...given, mayForget: true });
      await client.flushall();
      await expect(lost.write([{ key: 'tee', fingerprint: 'f' }])).rejects.toThrow('taken over');
      await lost.close();
    },
  );
});
