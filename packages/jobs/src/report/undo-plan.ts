import type { ListedChanges } from './changes.ts';
import type { Restocks } from './plan.ts';

/** What undoing a run would do. */
export interface UndoPlan {
  /** Id of the run. */
  readonly run: string;
  /** `catalog sync` */
  readonly command: string;
  readonly startedAt: string;
  /** Products whose fields get their values back. */
  readonly restore: number;
  /** Products that the run has deleted, and that are created again. */
  readonly create: number;
  /** Ids of products that the run has created, and that are deleted. */
  readonly delete: readonly string[];
  /** Products that are as they were. */
  readonly unchanged: number;
  readonly left: {
    /** Created by the run, and changed by something else since. */
    readonly changed: number;
    /** Deleted by something else since. */
    readonly gone: number;
    /** Not read, before the run or now. */
    readonly unread: number;
  };
  /** The first ids of those that are left as they are. */
  readonly firstLeft: readonly string[];
  /** Products of which something else has changed a field since, which is overwritten. */
  readonly overwritten: number;
  /** Variants whose stock something else has changed since, which stays. */
  readonly stockLeft: number;
  /** `tee-1: url`: what cannot be sent as it was; the first ones. */
  readonly unsendable: readonly string[];
  /** What comes back in stock, created products and variants among them. */
  readonly restocks: Restocks;
  /** Runs since that can be undone too. */
  readonly laterRuns: number;
  /** Requests that send and delete. */
  readonly requests: number;
  /** Requests that have read what is stored now. */
  readonly reads: number;
  /** Time that the rate limit makes the requests take. */
  readonly milliseconds: number;
  /** Undefined where nothing is held back. */
  readonly requestsPerMinute: number | undefined;
  readonly changes: ListedChanges;
}
