import type { CustomerStore, ErasedPlace } from 'sequenzy-jobs';
import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Secrets } from 'sequenzy-contract';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { eraseFromQueue, QueueError } from 'sequenzy-relay/node';
import type { Io } from '../terminal/io.ts';
import { queueFolder } from './open-queue.ts';
import { eraseFromRedisAt } from './redis.ts';

interface Choice {
  readonly stateDir?: string | undefined;
  readonly relay?: 'embedded' | 'redis' | undefined;
  readonly redisUrlFile?: string | undefined;
}

/** Where relays keep data of customers: the queue of the state folder always, and Redis where it is named. */
export function customerStores(
  { relay, redisUrlFile, stateDir }: Choice,
  context: { readonly io: Pick<Io, 'env'>; readonly secrets: Secrets },
): readonly CustomerStore[] {
  const folder = queueFolder({ stateDir }, context.io);
  const embedded: CustomerStore = {
    async erase(email, dryRun) {
      const { events, letters } = await orStopped(eraseFromQueue(folder, { email, dryRun }));
      return placesOf(folder, { events, letters });
    },
  };
  if (relay !== 'redis') return [embedded];
  const onRedis: CustomerStore = {
    async erase(email, dryRun) {
      const found = await eraseFromRedisAt({ redisUrlFile, email, dryRun }, context);
      if (found.busy > 0) throw busy();
      return [
        { kind: 'orders sent', place: 'Redis', count: found.orders },
        ...placesOf('Redis', found),
      ];
    },
  };
  return [embedded, onRedis];
}

function placesOf(
  place: string,
  { events, letters }: { readonly events: number; readonly letters: number },
): readonly ErasedPlace[] {
  return [
    { kind: 'events of a relay', place, count: events },
    { kind: 'dead letters', place, count: letters },
  ];
}

const stopped = { exitCode: exitCodes.stopped };

function busy(): UserError {
  const problem = 'A relay is sending an order of this person at this moment';
  const advice = 'Run the same command again in a minute to complete it.';
  return new UserError('ledger-locked', problem, advice, stopped);
}

async function orStopped<Result>(erasing: Promise<Result>): Promise<Result> {
  return erasing.catch((error: unknown) => {
    if (!(error instanceof QueueError)) throw error;
    const problem = error.message.replace(/\.$/, '');
    const advice =
      'Stop the relay, run the same command again, and start it again: platforms send again what it misses.';
    throw new UserError('ledger-locked', problem, advice, stopped);
  });
}
