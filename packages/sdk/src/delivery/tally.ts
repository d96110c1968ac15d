import type { Outcome, Progress } from './outcome.ts';

/** The running figures of one delivery. */
export class Tally {
  read = 0;
  backInStockEventsTriggered = 0;
  readonly meter = { sent: 0, retried: 0, rateLimited: 0 };
  readonly #outcomes = { accepted: 0, rejected: 0, notAttempted: 0 };

  count(outcome: Outcome): void {
    this.#outcomes[outcome.status] += 1;
  }

  progress(): Progress {
    return {
      records: { read: this.read, ...this.#outcomes },
      requests: { ...this.meter },
      backInStockEventsTriggered: this.backInStockEventsTriggered,
    };
  }
}
