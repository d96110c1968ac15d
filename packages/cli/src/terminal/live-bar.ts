import type { Io } from './io.ts';
import { barLine } from './bar-line.ts';
import { holdOf } from './hold.ts';
import { LiveLine } from './live-line.ts';
import type { Sending, Settled } from 'sequenzy-jobs/job/events.ts';

const nothing = { accepted: 0, rejected: 0, unknown: 0 };

const noRequests = { sent: 0, retried: 0, rateLimited: 0 };

/** A line at the bottom of a terminal that shows how far a run is. Consists of our own words only. */
export class LiveBar {
  readonly #clock: Io['clock'];
  readonly #sending: Sending;
  readonly #startedAt: number;
  readonly #live: LiveLine;
  #progress: Settled | undefined;

  constructor(io: Pick<Io, 'stderr' | 'env' | 'clock'>, sending: Sending) {
    this.#clock = io.clock;
    this.#sending = sending;
    this.#startedAt = io.clock.monotonic();
    this.#live = new LiveLine(io, (columns) => this.#text(columns));
  }

  update(progress: Settled): void {
    this.#progress = progress;
  }

  /** Writes something above the bar. */
  above(write: () => void): void {
    this.#live.above(write);
  }

  /** Leaves the last state standing. */
  end(): void {
    this.#live.leave();
  }

  #text(columns: number): string {
    const { load, pace, limiter } = this.#sending;
    const { noun, records: of } = load;
    const done = this.#done;
    const requests = this.#progress?.requests.sent ?? 0;
    if (done >= of) return barLine({ noun, done, of, requests }, columns);
    const held = limiter.explain();
    const left = pace(this.#progress?.requests ?? noRequests);
    const wait = holdOf(held);
    return barLine({ noun, done, of, requests, speed: this.#speed(done), wait, left }, columns);
  }

  /** Of those that have to be sent. */
  get #done(): number {
    const { accepted, rejected, unknown } = this.#progress?.records ?? nothing;
    return accepted + rejected + unknown;
  }

  #speed(done: number): number | undefined {
    const seconds = (this.#clock.monotonic() - this.#startedAt) / 1000;
    return done > 0 && seconds >= 1 ? Math.round(done / seconds) : undefined;
  }
}
