import type { Job } from 'bullmq';
import { systemClock, type Clock } from 'sequenzy-contract';
import type { RelayEvent } from '../queue/event.ts';
import { partitions, RedisQueue, type BullMqQueue, type StartWorker } from './bullmq-queue.ts';
import { clientOf, loadBullMq, wayTo } from './driver.ts';
import { RedisMemory } from './redis-memory.ts';

/** {@link openBullMqQueue} */
export interface BullMqQueueOptions {
  /** Such as `redis://127.0.0.1:6379` or `rediss://user:password@host`; Redis 6.2 or later. */
  readonly url: string;
  /** Begins the names of its keys in Redis. Default: `sequenzy-relay`. */
  readonly prefix?: string;
  readonly clock?: Clock;
  /** Default: `Math.random`. */
  readonly random?: () => number;
}

/** It is renewed as long as a process lives: who is silent for so long is dead, and another one continues. */
const lockDuration = 10_000;

/**
 * Opens a queue on Redis, by BullMQ, for relays on several machines. Needs the package `bullmq`. An event is as durable as
 * Redis keeps it: `appendonly yes` with `appendfsync always` loses none.
 *
 * @throws {Error} where `bullmq` is not installed or Redis cannot be reached.
 * @example
 * const queue = await openBullMqQueue({ url: process.env.REDIS_URL });
 * const relay = createRelay({ client, platform: 'shopify', secret, queue, ledger: queue.ledger });
 */
export async function openBullMqQueue(options: BullMqQueueOptions): Promise<BullMqQueue> {
  const { url, prefix = 'sequenzy-relay' } = options;
  const bullmq = await loadBullMq();
  const way = wayTo(url);
  const queues = Array.from(
    { length: partitions },
    (_, at) => new bullmq.Queue(String(at), { prefix, connection: way.options }),
  );
  for (const queue of queues) queue.on('error', () => undefined); // whoever asks hears of it
  const [first] = queues;
  if (first === undefined) throw new RangeError('there is no partition');
  try {
    // Each has to have failed before it is closed: what fails later would have nobody to hear it.
    const ready = await Promise.allSettled(queues.map((queue) => queue.waitUntilReady()));
    for (const one of ready) if (one.status === 'rejected') throw one.reason;
    way.keep();
    for (const queue of queues) await queue.setGlobalConcurrency(1);
    const client = await clientOf(first);
    const startWorker: StartWorker = (at, handle) => {
      const process = async (job: Job, token?: string): Promise<void> => {
        const handled = await handle(job.data as RelayEvent); // as it was added
        if (handled === 'done') return;
        await job.moveToWait(token);
        throw new bullmq.WaitingError();
      };
      const worker = new bullmq.Worker(String(at), process, {
        ...{ prefix, lockDuration, concurrency: 1, maxStalledCount: Number.MAX_SAFE_INTEGER },
        stalledInterval: lockDuration / 2,
        connection: { url, maxRetriesPerRequest: null },
      });
      worker.on('error', () => undefined); // it connects again by itself
      return worker;
    };
    const { clock = systemClock } = options;
    const now = (): number => clock.now();
    const ledger = await RedisMemory.open({ client, prefix, now, close: () => Promise.resolve() });
    return new RedisQueue({ queues, client, ledger, startWorker, prefix, options });
  } catch (error) {
    await Promise.all(queues.map((queue) => queue.close().catch(() => undefined)));
    throw error;
  }
}
