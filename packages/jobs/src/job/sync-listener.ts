import type {
  Hooks,
  Progress,
  RateLimiter,
  RateLimiterState,
  RequestCounts,
} from 'sequenzy-commerce';
import type { LedgerWait } from 'sequenzy-commerce/node';
import type { Catalog } from 'sequenzy-sources';
import type { Gone, Plan } from '../report/plan.ts';

/** How much there is to send. */
export interface Load {
  /** What the records are. */
  readonly noun: Plan['noun'] | 'order' | 'deletion';
  readonly records: number;
  readonly requests: number;
}

/**
 * Milliseconds until the last request of a run may leave, given those that are settled; undefined where nothing says
 * when that is.
 */
export type Pace = (settled: RequestCounts) => number | undefined;

/** What is needed to tell how a run goes on. */
export interface Sending {
  readonly load: Load;
  readonly pace: Pace;
  readonly limiter: Pick<RateLimiter, 'explain'>;
}

/** What is read from an API before anything can be planned. */
export interface Fetching {
  /** Whose it is, such as `Fanfare`. */
  readonly from: string;
  readonly limiter: Pick<RateLimiter, 'explain'>;
}

/** How far a run is. */
export type Settled = Pick<Progress, 'records' | 'requests'>;

/** Told that a run elsewhere is watched, which may be over; gives back how to tell that the wait is over. */
export type OnWatched = (wait: LedgerWait) => () => void;

/** The answer to the question before deleting. */
export type Consent = 'given' | 'refused' | 'nobody to ask';

/** An input that two formats fit equally well. */
export interface OpenFormat {
  /** As the user named it. */
  readonly file: string;
  /** `this can be a Shopify product export or a …`, with its place. */
  readonly problem: string;
  /** What `--from` can say. */
  readonly candidates: readonly string[];
}

/** Asks which format is meant; undefined where nobody can be asked or nothing was chosen. */
export type ChooseSource = (open: OpenFormat) => Promise<string | undefined>;

/** Hears what happens, as it happens. */
export interface SyncListener {
  readonly hooks: Hooks;
  warned(sentence: string): void;
  /** A run elsewhere holds the ledger and is watched, since it may be over. */
  readonly watched: OnWatched;
  /** Products begin to be read from an API; {@link settled} says that it is over. */
  fetching(fetching: Fetching): void;
  /** So many of them have been read. */
  fetched(products: number): void;
  /** The next request for them has to wait. */
  heldBack(hold: Pick<RateLimiterState, 'reason' | 'milliseconds'>): void;
  opened(catalog: Pick<Catalog, 'files' | 'source' | 'recognition' | 'counts' | 'warnings'>): void;
  planned(plan: Plan): void;
  sending(sending: Sending): void;
  progressed(progress: Settled): void;
  /** So many of the products that are gone from the source have been deleted. */
  deleted(products: number, of: number): void;
  /** The last request is settled, or there was none. */
  settled(): void;
  /** Whether a file that is no rejects file may be replaced by one. */
  mayReplace(file: string): Promise<boolean>;
  /** Which of the formats that fit an input is meant. */
  readonly chooseSource: ChooseSource;
  /** Whether products that are gone from the source may be deleted. */
  mayDelete(gone: Gone): Promise<Consent>;
}
