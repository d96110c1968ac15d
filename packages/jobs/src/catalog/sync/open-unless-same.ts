import type { Catalog } from 'sequenzy-sources';
import type { Io } from '../../job/io.ts';
import type { Secrets } from '../../report/secrets.ts';
import { UserError } from '../../report/user-error.ts';
import { openProducts } from '../../input/products/open-products.ts';
import type { SyncListener } from '../../job/sync-listener.ts';
import type { SyncOptions } from './sync-options.ts';
import type { FeedMemory } from '../../memory/feed-memory.ts';

interface Opening {
  readonly io: Io;
  readonly secrets: Secrets;
  readonly listener: SyncListener;
  readonly warn: (sentence: string) => void;
}

/** Undefined where no input has changed since the last complete run. */
export async function openUnlessSame(
  options: SyncOptions,
  feeds: FeedMemory | undefined,
  around: Opening,
): Promise<Catalog | undefined> {
  const { remote } = feeds ?? options;
  try {
    return await openProducts({ ...options, remote }, around);
  } catch (error) {
    if (error instanceof UserError && error.code === 'not-modified') return undefined;
    throw error;
  }
}
