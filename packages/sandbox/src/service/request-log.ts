import type { Fault } from '../faults/fault.ts';
import type { Exchange } from '../http/answer.ts';
import type { Arrival } from '../http/arrival.ts';

/** One request that arrived. Its headers are not kept: the key never stands in a log. */
export interface LoggedRequest {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Everything behind the `?`; empty where there is none. */
  readonly query: string;
  /** Milliseconds since 1970, when it arrived. */
  readonly at: number;
  /** Absent while the request is worked on, and where no answer was sent. */
  readonly status?: number;
  /** The parsed body, or its text where it is not JSON. Only with `record: 'all'`, and only where there is a body. */
  readonly body?: unknown;
  /** The fault it met. */
  readonly fault?: Fault['kind'];
  /** True where the client did not get the whole answer: reset, hang, truncated. */
  readonly dropped?: true;
}

type Entry = { -readonly [Field in keyof LoggedRequest]: LoggedRequest[Field] };

/** `all` keeps bodies, `summary` does not. */
export type RecordOption = 'all' | 'summary';

export class RequestLog {
  readonly #record: RecordOption;
  #entries: Entry[] = [];

  constructor(record: RecordOption) {
    this.#record = record;
  }

  get all(): readonly LoggedRequest[] {
    return this.#entries;
  }

  arrived({ method, path, query, body }: Arrival, at: number): Entry {
    const entry: Entry = { method, path, query: query.toString(), at };
    if (this.#record === 'all' && body.text !== '') {
      const json = body.json();
      entry.body = json.ok ? json.value : body.text;
    }
    this.#entries.push(entry);
    return entry;
  }

  reset(): void {
    this.#entries = [];
  }
}

/** Writes down how it ended. */
export function settle(entry: Entry, exchange: Exchange, fault: Fault | undefined): void {
  if (fault !== undefined) entry.fault = fault.kind;
  if ('answer' in exchange) entry.status = exchange.answer.status;
  if (exchange.kind !== 'answered') entry.dropped = true;
}
