import { join } from 'node:path';
import type { Ledger } from 'sequenzy-commerce';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Secrets } from 'sequenzy-contract';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { stateFolderPath } from 'sequenzy-jobs/state/state-folder.ts';
import type { DeadLetters, Queue } from 'sequenzy-relay';
import { deadLettersIn, openEmbeddedQueue, QueueError } from 'sequenzy-relay/node';
import type { Io } from '../terminal/io.ts';
import { openQueueOnRedis } from './redis.ts';

/** Where events are kept. */
export interface QueueChoice {
  readonly queue: 'embedded' | 'redis';
  /** Holds the address of Redis and nothing else. Default: REDIS_URL. */
  readonly redisUrlFile?: string | undefined;
  readonly stateDir?: string | undefined;
}

interface Surroundings {
  readonly io: Pick<Io, 'env'>;
  readonly secrets: Secrets;
}

/** A queue, and what was sent where it remembers that itself. */
export interface ChosenQueue {
  readonly queue: Queue;
  readonly ledgerOf: ((owner: string) => Promise<Ledger>) | undefined;
}

/** @throws {UserError} where it cannot be used. Nothing was taken then. */
export async function openQueue(
  choice: QueueChoice,
  { io, secrets }: Surroundings,
): Promise<ChosenQueue> {
  if (choice.queue === 'redis') {
    const queue = await openQueueOnRedis(choice, { io, secrets });
    return { queue, ledgerOf: (owner) => queue.ledgerOf(owner) };
  }
  try {
    const queue = await openEmbeddedQueue({ folder: queueFolder(choice, io) });
    return { queue, ledgerOf: undefined };
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    const { stopped: exitCode } = exitCodes;
    throw new UserError('state-folder', error.message.replace(/\.$/, ''), undefined, { exitCode });
  }
}

/** Does something with the dead letters of a queue. A relay may use it meanwhile. */
export async function withLetters<Result>(
  choice: QueueChoice,
  { io, secrets }: Surroundings,
  work: (letters: DeadLetters) => Promise<Result>,
): Promise<Result> {
  if (choice.queue === 'embedded') return work(deadLettersIn(queueFolder(choice, io)));
  const queue = await openQueueOnRedis(choice, { io, secrets });
  try {
    return await work(queue.dead);
  } finally {
    await queue.close();
  }
}

/** Of the embedded queue. */
export function queueFolder(
  choice: Pick<QueueChoice, 'stateDir'>,
  { env }: Pick<Io, 'env'>,
): string {
  return join(stateFolderPath(choice, env), 'relay');
}
