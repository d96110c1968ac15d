import { readFile } from 'node:fs/promises';
import { reasonOf, type Secrets } from 'sequenzy-contract';
import type { SentElsewhere } from 'sequenzy-commerce/node';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { BullMqQueue, ErasedFromRedis } from 'sequenzy-relay/bullmq';
import type { Io } from '../terminal/io.ts';

interface Place {
  /** Holds the address of Redis and nothing else. Default: REDIS_URL. */
  readonly redisUrlFile?: string | undefined;
}

interface Surroundings {
  readonly io: Pick<Io, 'env'>;
  readonly secrets: Secrets;
}

/** @throws {UserError} where Redis cannot be used. */
export async function openQueueOnRedis(
  place: Place,
  surroundings: Surroundings,
): Promise<BullMqQueue> {
  const url = await urlOf(place, surroundings);
  const { openBullMqQueue } = await import('sequenzy-relay/bullmq');
  return orUserError('The queue on Redis', openBullMqQueue({ url }));
}

/** @throws {UserError} where Redis cannot be used, or holds another company's orders. */
export async function openSentInRedis(
  { owner, ...place }: Place & { readonly owner: Owner },
  surroundings: Surroundings,
): Promise<SentElsewhere> {
  const url = await urlOf(place, surroundings);
  const { openRedisMemory } = await import('sequenzy-relay/bullmq');
  const opening = openRedisMemory({ url, owner: ownerText(owner) });
  return orUserError('What relays have sent', opening);
}

/** @throws {UserError} where Redis cannot be used. */
export async function eraseFromRedisAt(
  { email, dryRun, ...place }: Place & { readonly email: string; readonly dryRun: boolean },
  surroundings: Surroundings,
): Promise<ErasedFromRedis> {
  const url = await urlOf(place, surroundings);
  const { eraseFromRedis } = await import('sequenzy-relay/bullmq');
  return orUserError('What relays keep in Redis', eraseFromRedis({ url, email, dryRun }));
}

interface Owner {
  readonly company: string;
  readonly origin: string;
}

export function ownerText({ company, origin }: Owner): string {
  return `${origin} ${company}`;
}

async function orUserError<Result>(what: string, opening: Promise<Result>): Promise<Result> {
  return opening.catch((error: unknown) => {
    const isOther = error instanceof Error && error.name === 'RedisOwnerError';
    const problem = `${what} cannot be used (${reasonOf(error)})`;
    const exitCode = isOther ? exitCodes.usage : exitCodes.stopped;
    throw new UserError('state-folder', problem, undefined, { exitCode });
  });
}

async function urlOf({ redisUrlFile }: Place, { io, secrets }: Surroundings): Promise<string> {
  const url = redisUrlFile === undefined ? io.env['REDIS_URL'] : await textOf(redisUrlFile);
  if (url === undefined || url === '') {
    const advice = 'Set REDIS_URL, or name a file that holds it with --redis-url-file.';
    throw new UserError('usage', 'There is no address of Redis', advice);
  }
  secrets.hide(url);
  return url;
}

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const problem = `--redis-url-file ${file} cannot be read (${reasonOf(error)})`;
    throw new UserError('usage', problem, 'Name a file that holds the address of Redis.');
  });
  return text.trim();
}
