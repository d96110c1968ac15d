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
  surroundings: { readonly io: Pick<Io, 'env'>; readonly secrets: Secrets },
): OpenElsewhere | undefined {
  if (relay !== 'redis') return undefined;
  return async (owner) => {
    const { openSentInRedis } = await import('./redis.ts');
    return openSentInRedis({ redisUrlFile, owner }, surroundings);
  };
}
