import { systemClock, type Clock } from 'sequenzy-contract';
import type { SentElsewhere } from 'sequenzy-commerce/node';
import { clientOf, loadBullMq, wayTo } from './driver.ts';
import { RedisMemory } from './redis-memory.ts';

/** {@link openRedisMemory} */
export interface RedisMemoryOptions {
  /** As of {@link openBullMqQueue}. */
  readonly url: string;
  /** Default: `sequenzy-relay`. */
  readonly prefix?: string;
  /** Whose orders they are, such as an API's origin and a company: what is another one's is refused. Default: not looked at. */
  readonly owner?: string;
  readonly clock?: Pick<Clock, 'now'>;
}

/**
 * Opens what relays with a queue on Redis have sent, without their queue: for a backfill beside them. Needs the package
 * `bullmq`.
 *
 * @throws {Error} where `bullmq` is not installed, Redis cannot be reached, or it is another owner's.
 * @example
 * const elsewhere = await openRedisMemory({ url: process.env.REDIS_URL });
 * const ledger = await openFileLedger({ folder, company, origin, name: 'orders', elsewhere });
 */
export async function openRedisMemory(options: RedisMemoryOptions): Promise<SentElsewhere> {
  const { url, prefix = 'sequenzy-relay', owner, clock = systemClock } = options;
  const bullmq = await loadBullMq();
  const way = wayTo(url);
  const queue = new bullmq.Queue('memory', { prefix, connection: way.options });
  queue.on('error', () => undefined); // whoever asks hears of it
  const close = (): Promise<void> => queue.close();
  try {
    const client = await clientOf(queue);
    way.keep();
    const memory = await RedisMemory.open({ client, prefix, close, now: () => clock.now() });
    if (owner !== undefined) await memory.claim(owner);
    return memory;
  } catch (error) {
    await close().catch(() => undefined); // the first error counts
    throw error;
  }
}
