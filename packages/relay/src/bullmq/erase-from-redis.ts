import type { Job, JobType, Queue } from 'bullmq';
import { systemClock } from 'sequenzy-contract';
import { addressHash, erasureKeys, isErasure } from 'sequenzy-commerce/backfill';
import type { RelayEvent } from '../queue/event.ts';
import { isOfCustomer, type ErasedFromQueue } from '../queue/of-customer.ts';
import { partitions } from './bullmq-queue.ts';
import { clientOf, loadBullMq, wayTo } from './driver.ts';
import { RedisLetters } from './redis-letters.ts';
import { RedisMemory } from './redis-memory.ts';

/** {@link eraseFromRedis} */
export interface EraseFromRedisOptions {
  /** As of `openBullMqQueue`. */
  readonly url: string;
  /** Default: `sequenzy-relay`. */
  readonly prefix?: string;
  readonly email: string;
  /** Only look. Default: false. */
  readonly dryRun?: boolean;
}

export interface ErasedFromRedis extends ErasedFromQueue {
  /** Orders that were remembered as sent. */
  readonly orders: number;
  /** Events that a relay is sending right now: they have to be looked for again. */
  readonly busy: number;
}

/** Jobs that are looked at together. */
const together = 1000;

const types: JobType[] = [
  'wait',
  'paused',
  'delayed',
  'prioritized',
  'completed',
  'failed',
  'active',
];

/**
 * Takes a customer out of what relays keep in Redis, while they run: events, those that are done among them, dead letters, and
 * what was sent. A salted hash stays, by which relays and backfills know that nothing may be sent of that customer.
 *
 * @throws {Error} where `bullmq` is not installed or Redis cannot be reached.
 */
export async function eraseFromRedis({
  url,
  prefix = 'sequenzy-relay',
  email,
  dryRun = false,
}: EraseFromRedisOptions): Promise<ErasedFromRedis> {
  const bullmq = await loadBullMq();
  const way = wayTo(url);
  const queues = Array.from(
    { length: partitions },
    (_, at) => new bullmq.Queue(String(at), { prefix, connection: way.options }),
  );
  for (const queue of queues) queue.on('error', () => undefined); // whoever asks hears of it
  try {
    const ready = await Promise.allSettled(queues.map((queue) => queue.waitUntilReady()));
    for (const one of ready) if (one.status === 'rejected') throw one.reason;
    const [first] = queues;
    if (first === undefined) throw new RangeError('there is no partition');
    const client = await clientOf(first);
    const now = (): number => systemClock.now();
    const memory = await RedisMemory.open({ client, prefix, now, close: () => Promise.resolve() });
    // From here on nothing more of the customer is sent, and so nothing more is remembered.
    if (!dryRun) {
      const keys = await erasureKeys(email, memory.salt);
      await memory.write(keys.map((key) => ({ key, fingerprint: null })));
    }
    const orders = await ordersIn(memory, email, dryRun);
    const letters = await new RedisLetters(client, prefix).erase(
      (letter) => isOfCustomer(letter, email),
      dryRun,
    );
    let [events, busy] = [0, 0];
    for (const queue of queues) {
      for (const job of await jobsOf(queue, email)) {
        const isGone = dryRun || (await removed(job));
        if (isGone) events += 1;
        else busy += 1;
      }
    }
    return { orders, events, letters, busy };
  } finally {
    await Promise.all(queues.map((queue) => queue.close().catch(() => undefined)));
  }
}

async function ordersIn(memory: RedisMemory, email: string, dryRun: boolean): Promise<number> {
  const hash = addressHash(email, memory.salt);
  const keys = new Set<string>();
  for await (const { key, order } of memory.list()) {
    if (!isErasure(key) && order?.email === hash) keys.add(key);
  }
  if (dryRun || keys.size === 0) return keys.size;
  // What is being sent at this moment is written down first.
  const release = await memory.reserve([...keys], new AbortController().signal);
  try {
    await memory.write([...keys].map((key) => ({ key, fingerprint: null, forget: true })));
  } finally {
    await release();
  }
  return keys.size;
}

async function jobsOf(queue: Queue, email: string): Promise<readonly Job[]> {
  const found: Job[] = [];
  for (const type of types) {
    for (let start = 0; ; start += together) {
      const jobs = await queue.getJobs([type], start, start + together - 1);
      // One that was done meanwhile is not there, whatever its type says.
      const there = jobs.filter((job) => (job as unknown) !== undefined);
      found.push(...there.filter((job) => isOfCustomer(job.data as RelayEvent, email))); // as it was added
      if (jobs.length < together) break;
    }
  }
  return found;
}

/** False where a relay is sending it. */
async function removed(job: Job): Promise<boolean> {
  return job.remove().then(
    () => true,
    () => false,
  );
}
