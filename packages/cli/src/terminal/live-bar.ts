import { SingleBar } from 'cli-progress';
import { timeLeft } from '../run/schedule.ts';
import type { Sending, Settled } from '../run/sync-listener.ts';
import type { Io, Output } from '../io.ts';
import { barLine } from './bar-line.ts';

/** A shorter wait is the ordinary pace. */
const worthSaying = 1100;

/** A line at the bottom of a terminal that shows how far a run is. Consists of our own words only. */
export class LiveBar {
  readonly #output: Output;
  readonly #clock: Io['clock'];
  readonly #sending: Sending;
  readonly #startedAt: number;
  #progress: Settled | undefined;
  #bar: SingleBar | undefined;

  constructor(output: Output, clock: Io['clock'], sending: Sending) {
    this.#output = output;
    this.#clock = clock;
    this.#sending = sending;
    this.#startedAt = clock.monotonic();
    this.#show();
  }

  update(progress: Settled): void {
    this.#progress = progress;
    this.#bar?.update(this.#done);
  }

  /** Writes something above the bar. */
  above(write: () => void): void {
    this.#stop({ clear: true });
    write();
    this.#show();
  }

  /** Leaves the last state standing. */
  end(): void {
    this.#stop({ clear: false });
  }

  #show(): void {
    this.#bar = new SingleBar({
      stream: this.#output,
      format: () => this.#line(),
      // Fitted to the width instead of switching the terminal's wrapping off: a killed process leaves it as it was.
      linewrap: true,
      forceRedraw: true,
      clearOnComplete: true,
      gracefulExit: false,
    });
    this.#bar.start(this.#sending.load.records, this.#done);
  }

  #stop({ clear }: { clear: boolean }): void {
    if (this.#bar === undefined) return;
    this.#bar.stop();
    this.#bar = undefined;
    if (!clear) this.#output.write(`${this.#line()}\n`);
  }

  #line(): string {
    const { load, rate, limiter } = this.#sending;
    const { noun, records: of } = load;
    const done = this.#done;
    const requests = this.#progress?.requests.sent ?? 0;
    const columns = this.#columns - 1;
    if (done >= of) return barLine({ noun, done, of, requests }, columns);
    const { reason, milliseconds } = limiter.explain();
    const wait = milliseconds < worthSaying ? undefined : { milliseconds, why: words[reason] };
    const remaining = Math.max(1, load.requests - requests);
    const left = rate && timeLeft(requests, remaining, rate, milliseconds);
    return barLine({ noun, done, of, requests, speed: this.#speed(done), wait, left }, columns);
  }

  /** Of those that have to be sent. */
  get #done(): number {
    const { accepted, rejected } = this.#progress?.records ?? { accepted: 0, rejected: 0 };
    return accepted + rejected;
  }

  #speed(done: number): number | undefined {
    const seconds = (this.#clock.monotonic() - this.#startedAt) / 1000;
    return done > 0 && seconds >= 1 ? Math.round(done / seconds) : undefined;
  }

  /** Some terminals say 0. */
  get #columns(): number {
    const { columns = 0 } = this.#output;
    return columns > 0 ? columns : 80;
  }
}

const words = {
  open: 'answer',
  second: 'limit',
  minute: 'limit',
  paused: 'server asks',
} as const;
