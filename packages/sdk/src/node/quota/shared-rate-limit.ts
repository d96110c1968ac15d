import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { RateLimit, RateLimiterFactory } from 'sequenzy-transport';
import { SharedLimiter } from '../../quota/shared-limiter.ts';
import { FileBook } from './file-book.ts';
import { machineTime } from './machine-time.ts';
import { quotaFolder, quotaRoot } from './quota-folder.ts';

/** {@link sharedRateLimit} */
export interface SharedRateLimitOptions extends RateLimit {
  /** Where the processes meet. Default: `SEQUENZY_QUOTA_DIR`, else the user's own place for state. */
  readonly folder?: string;
  /** What `sequenzy-cli quota` calls this process. Default: the name of its script. */
  readonly name?: string;
  /** Told when the folder gets out of reach: until it is back, this client takes an equal part of the quota. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Shares the quota of a key with every other process of this user that uses it on this machine: no process earns a 429
 * that another one caused, and what is urgent goes first. Checkouts and back-in-stock requests go before live orders, these
 * before the catalog, and all before a backfill. While anything but a backfill was sent in the last ten minutes, the
 * requests of a backfill leave evenly spread over the minute.
 *
 * Nothing has to run for it, and a process that is killed holds up nobody. `perMinute` and `perSecond` bound what this
 * client takes of the quota (default: all of it); more than the API documents is for keys that may send more.
 *
 * @example
 * import { SequenzyCommerce } from 'sequenzy-commerce';
 * import { sharedRateLimit } from 'sequenzy-commerce/node';
 *
 * const sequenzy = new SequenzyCommerce({ rateLimit: sharedRateLimit() });
 */
export function sharedRateLimit(options: SharedRateLimitOptions = {}): RateLimiterFactory {
  const { folder = quotaRoot(process.env), onTrouble = () => undefined } = options;
  const { name = basename(process.argv[1] ?? 'node') } = options;
  return (quota) => {
    const client = randomUUID().slice(0, 13);
    const book = new FileBook({ folder: quotaFolder(folder, quota), client, now: machineTime });
    book.tell({ kind: 'join', client, who: { name, pid: process.pid, host: hostname() } });
    const { rateLimit: allowed, clock } = quota;
    return new SharedLimiter({ book, client, clock, allowed, share: options, onTrouble });
  };
}
