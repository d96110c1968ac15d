import type { Fault } from 'sequenzy-contract';
import type { SequenzyError } from '../errors/errors.ts';

interface OfRecord {
  /** Position in the input, from 0. */
  readonly index: number;
  /** The record as it was handed in. */
  readonly input: unknown;
}

/** The server took it. */
interface Accepted extends OfRecord {
  readonly status: 'accepted';
  /** productId, or whatever the endpoint's key is. */
  readonly key: string;
}

/** The ledger knows that the server has it already: nothing was sent. */
interface Unchanged extends OfRecord {
  readonly status: 'unchanged';
  readonly key: string;
}

/** It does not fit the API, by our own check or by the server's word. Sending it again as it is would not help. */
export interface Rejected extends OfRecord {
  readonly status: 'rejected';
  /** `undefined` where the record has no usable key. */
  readonly key: string | undefined;
  readonly reasons: readonly Fault[];
  /** The server's refusal of the request; absent when the record was never sent, or refused among others that were taken. */
  readonly error?: SequenzyError;
}

/**
 * It was sent, and it is not known whether it has arrived: the answer contradicts itself or was lost. Sending it again
 * is safe, and with a ledger the next run does.
 */
export interface Unknown extends OfRecord {
  readonly status: 'unknown';
  readonly key: string;
  readonly reasons: readonly Fault[];
  readonly error: SequenzyError;
}

/** The run stopped first. Nothing is known to be wrong with the record: send it again. */
interface NotAttempted extends OfRecord {
  readonly status: 'notAttempted';
  readonly key: string | undefined;
}

/** What became of one record. Every record ends in exactly one. */
export type Outcome = Accepted | Unchanged | Rejected | Unknown | NotAttempted;

export interface RecordCounts {
  /** Records taken from the source. The others add up to it. */
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Sent, and nobody knows whether they have arrived. */
  readonly unknown: number;
  readonly notAttempted: number;
}

export interface RequestCounts {
  /** Requests with records that left, repeats included. */
  readonly sent: number;
  /** How many of them were repeats after a failure. */
  readonly retried: number;
  /** How many were answered 429. */
  readonly rateLimited: number;
}

/** What is new to the server, by what the ledger knows; without a ledger everything is. */
interface ChangeCounts {
  readonly created: number;
  /** Known otherwise. What `full` sends again as it is known counts as neither. */
  readonly changed: number;
  /** Products that come back in stock: each sends e-mail to its waiting list. */
  readonly restockedProducts: number;
  readonly restockedVariants: number;
}

/** What records do not state although they replace a list of variants. */
export interface StockCounts {
  /** Accepted products with such variants. */
  readonly products: number;
  /** Their variants that keep the stock Sequenzy has. */
  readonly carried: number;
  /** Their variants of which nobody knows the stock: the API takes them for in stock. */
  readonly unknown: number;
  /** Accepted products that state their stock, and whose stored variants were read for other fields. */
  readonly others: number;
  /** Those of {@link others} that were sent without the stored values, because the key may not read products. */
  readonly unread: number;
  /** Requests that read stored products, repeats included. */
  readonly requests: number;
}

/** Something the server's echo has otherwise than it was sent. */
export interface Difference {
  readonly key: string;
  /** `variants[red].priceCents` */
  readonly path: string;
  readonly sent: unknown;
  readonly stored: unknown;
}

export interface Progress {
  readonly records: RecordCounts;
  readonly requests: RequestCounts;
  /** Of the accepted records. */
  readonly changes: ChangeCounts;
  readonly stock: StockCounts;
  readonly backInStockEventsTriggered: number;
  /** How many fields came back otherwise than they were sent; `onDifference` gets each one. */
  readonly differences: number;
}

/** What a bulk call gives back. It does not throw half-way: what stopped it stands in `stoppedBy`. */
export interface DeliveryResult extends Progress {
  /** `completed`: all accepted or unchanged. `partial`: finished, some rejected or unknown. `stopped`: ended early, run it again. */
  readonly status: 'completed' | 'partial' | 'stopped';
  readonly durationMs: number;
  /** Why it ended early; `undefined` unless `status` is `stopped`. */
  readonly stoppedBy: SequenzyError | undefined;
}

/** As {@link DeliveryResult}, with what became of every record, by position in the input. */
export interface UpsertResult extends DeliveryResult {
  readonly outcomes: readonly Outcome[];
}
