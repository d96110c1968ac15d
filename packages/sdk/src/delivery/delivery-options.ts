import type { Outcome, Progress } from './outcome.ts';

/** Options of every bulk call. */
export interface DeliveryOptions {
  /** Ends the run: nothing new leaves, what is under way is awaited, the rest is `notAttempted`. */
  readonly signal?: AbortSignal;
  /** Requests under way at once; memory holds one batch more. Default: 4. */
  readonly concurrency?: number;
  /** Bytes of one request body, as UTF-8. Default: 1,048,576. */
  readonly maxBodyBytes?: number;
  /** After a stop, read the source to its end all the same, so that every record gets an outcome. Default: false. */
  readonly accountForAll?: boolean;
  /** Called once for every record, when its outcome is known. */
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Called when a request is settled. */
  readonly onProgress?: (progress: Progress) => void;
}
