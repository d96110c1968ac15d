import type { Secrets } from 'sequenzy-contract';
import type { OpenElsewhere } from 'sequenzy-jobs/memory/own-ledger.ts';
import type { Io } from '../terminal/io.ts';

/** What the command line says of the relays beside a command. */
interface Beside {
  readonly relay?: 'embedded' | 'redis';
  readonly redisUrlFile?: string;
}

/** How to open what relays on other machines have sent; undefined where there are none. */
export function elsewhereOf(
  { relay, redisUrlFile }: Beside,
  surroundings: Surroundings,
): OpenElsewhere | undefined {
  return relay === 'redis' ? inRedis(redisUrlFile, surroundings) : undefined;
}

interface Surroundings {
  readonly io: Pick<Io, 'env'>;
  readonly secrets: Secrets;
}

/**
 * How to open what relays have sent that keep it in Redis.
 *
 * @param redisUrlFile Holds its address. Default: REDIS_URL.
 */
export function inRedis(
  redisUrlFile: string | undefined,
  surroundings: Surroundings,
): OpenElsewhere {
  return async (owner) => {
    const { openSentInRedis } = await import('./redis.ts');
    return openSentInRedis({ redisUrlFile, owner }, surroundings);
  };
}
