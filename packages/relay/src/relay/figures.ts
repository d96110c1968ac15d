/** What a relay has done since it was started, by kind. */
export interface Figures {
  /** Requests, whatever became of them. */
  readonly received: number;
  readonly queued: number;
  /** Deliveries that were in the queue already. */
  readonly duplicates: number;
  /** Webhooks that can never become an event, by reason. */
  readonly nothing: Readonly<Record<string, number>>;
  /** Webhooks that could not be read, and are kept. */
  readonly unread: number;
  /** Requests that were refused, by status. */
  readonly refused: Readonly<Record<string, number>>;
  /** Events by what became of them: `sent`, `unchanged`, `earlier`, `moved`, `erased`, `never-sent`, `nothing to send`, `later`, `dead`. */
  readonly events: Readonly<Record<string, number>>;
}

/** At most so many reasons are told apart. */
const mostReasons = 50;

export class Counter {
  #received = 0;
  #queued = 0;
  #duplicates = 0;
  #unread = 0;
  readonly #nothing = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  readonly #events = new Map<string, number>();

  received(): void {
    this.#received += 1;
  }

  added(outcome: 'queued' | 'duplicate'): void {
    if (outcome === 'queued') this.#queued += 1;
    else this.#duplicates += 1;
  }

  unread(): void {
    this.#unread += 1;
  }

  nothing(reason: string): void {
    const isNew = !this.#nothing.has(reason);
    count(this.#nothing, isNew && this.#nothing.size >= mostReasons ? 'other' : reason);
  }

  refused(status: number): void {
    count(this.#refused, String(status));
  }

  event(outcome: string): void {
    count(this.#events, outcome);
  }

  get figures(): Figures {
    return {
      received: this.#received,
      queued: this.#queued,
      duplicates: this.#duplicates,
      nothing: Object.fromEntries(this.#nothing),
      unread: this.#unread,
      refused: Object.fromEntries(this.#refused),
      events: Object.fromEntries(this.#events),
    };
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
