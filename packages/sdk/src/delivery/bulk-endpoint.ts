import type { Fault } from 'sequenzy-contract';
import type { Meter } from '../transport/exchange.ts';

/** What the engine has to know of an endpoint to deliver any number of records to it. */
export interface BulkEndpoint<Rec> {
  readonly maxRecords: number;
  /** Bytes of a body around `records` texts of `bytes` bytes in all. */
  bodyBytes(records: number, bytes: number): number;
  check(input: unknown): Checked<Rec>;
  /** One record that leaves the server as both would, one after the other. */
  merge(earlier: Rec, later: Rec): Rec;
  /** Sends the records' JSON texts in one request. */
  send(texts: readonly string[], options: SendOptions): Promise<Delivered>;
}

/** Two requests with the same key are never under way together. */
export type Checked<Rec> =
  | { readonly record: Rec; readonly key: string }
  | { readonly faults: readonly Fault[]; readonly key: string | undefined };

export interface SendOptions {
  readonly drain: AbortSignal;
  readonly meter: Meter;
}

/** What the server said of a delivered batch. */
export interface Delivered {
  readonly backInStockEventsTriggered: number;
}
