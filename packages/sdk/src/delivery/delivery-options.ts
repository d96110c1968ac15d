import type { Product, StoredProduct } from 'sequenzy-contract';
import { requireCallOptions } from 'sequenzy-transport';
import { SequenzyValidationError } from '../errors/errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { KeptField } from './kept-fields.ts';
import type { Difference, Outcome, Progress } from './outcome.ts';
import type { RequestOptions } from './requests-with.ts';
import type { StopOptions } from './throw-on-stop.ts';

/** Options of every bulk call. */
export interface DeliveryOptions extends RequestOptions, StopOptions {
  /** Ends the run: nothing new leaves, what is under way is awaited, the rest is `notAttempted`. */
  readonly signal?: AbortSignal;
  /** Requests under way at once; memory holds one batch more. Default: 4. */
  readonly concurrency?: number;
  /** Bytes of one request body, as UTF-8. Default: 1,048,576. */
  readonly maxBodyBytes?: number;
  /** What the server has acknowledged before: records that have not changed since are not sent. Default: none. */
  readonly ledger?: Ledger;
  /** Remembered with each record in the ledger: which feed it comes from. Default: the default feed, which has no name. */
  readonly feed?: string;
  /** Send what the ledger knows as unchanged all the same. Default: false. */
  readonly full?: boolean;
  /**
   * Requests the whole run may spend on finding the bad records of refused batches. Past it the rest of a refused
   * batch is rejected together. Default: 100.
   */
  readonly isolationBudget?: number;
  /**
   * Stops the run when the server has triggered more back-in-stock notifications than this, and before a request would
   * bring more products and variants back in stock than this, by what was read or is remembered. Requests before it have
   * been sent then: `products.plan` tells the whole beforehand. Default: no ceiling.
   */
  readonly maxRestocks?: number;
  /** For products: how those are read that leave out what is stored, and what of it stays. A plan gives it. */
  readonly stockReads?: StockReads;
  /** After a stop, read the source to its end all the same, so that every record gets an outcome. Default: false. */
  readonly accountForAll?: boolean;
  /** Called once for every record, when its outcome is known. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Called when a request is settled. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called with a sentence for what is odd in an answer and changes no outcome. */
  readonly onWarning?: (sentence: string) => void;
  /** Called for every field the server's echo has otherwise than it was sent. */
  readonly onDifference?: (difference: Difference) => void;
}

/**
 * What is known beforehand of the stored products that have to be read: they are read one by one, or by the pages of the
 * list where those are fewer requests.
 */
export interface StockReads {
  /** Products that have to be read. Default: not known. */
  readonly products?: number;
  /** Products Sequenzy has at least. Default: 0. */
  readonly stored?: number;
  /**
   * Fields of variants that the source has no place for: where a variant is without one of them, the stored product is
   * read and the stored value stays; `null` clears it. A compare-at price stays only beside the price it was stored
   * with. Where the key may not read products, they are sent without. Default: none, only stock stays.
   */
  readonly keep?: readonly KeptField[];
  /** For a plan: every product that would be sent is read, and shown beside what is stored. Default: only what lacks something is read. */
  readonly watch?: StoredWatch;
}

/** Sees every product that would be sent, and what is stored of it: each at most a few times, in no order. */
export interface StoredWatch {
  /** Products that would be sent. */
  readonly products: number;
  /** Ids of products that are read besides. */
  readonly also: readonly string[];
  /** Called with each stored product that is read; where the list is read, with all of it. */
  readonly onStored: (productId: string, stored: StoredProduct) => void;
  /** Called with the id of a product that is not stored. */
  readonly onMissing: (productId: string) => void;
  /** Called with each product just as it would be sent. */
  readonly onPlanned: (product: Product) => void;
  /** Called where the key may not read products: nothing that is stored was shown. */
  readonly onDenied: () => void;
}

/** @throws {SequenzyValidationError} naming every option that cannot be used. */
export function checkDeliveryOptions(options: DeliveryOptions): void {
  requireCallOptions(options);
  const { concurrency = 1, maxBodyBytes = 1, isolationBudget = 0, maxRestocks = 0 } = options;
  const faults = [
    { path: 'concurrency', fits: Number.isInteger(concurrency) && concurrency >= 1, least: 1 },
    { path: 'maxBodyBytes', fits: maxBodyBytes >= 1, least: 1 },
    { path: 'isolationBudget', fits: isolationBudget >= 0, least: 0 },
    { path: 'maxRestocks', fits: maxRestocks >= 0, least: 0 },
  ].flatMap(({ path, fits, least }) =>
    fits ? [] : [{ path, message: `must be a whole number, ${least} or more` }],
  );
  if (faults.length > 0) throw new SequenzyValidationError('The run cannot be made', faults);
}
