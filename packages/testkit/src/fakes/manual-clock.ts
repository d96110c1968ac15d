interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * Time that is moved by hand, so that a day of pacing takes a millisecond.
 * `run(work)` jumps from one sleeper to the next until the work is done.
 */
export class ManualClock {
  #elapsed = 0;
  readonly #epoch: number;
  #sleepers: Sleeper[] = [];

  constructor(epoch = Date.UTC(2026, 0, 1)) {
    this.#epoch = epoch;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#epoch + this.#elapsed;
  }

  /** Milliseconds since this clock was made. */
  monotonic(): number {
    return this.#elapsed;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason as Error); // what the caller aborted with
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { at: this.#elapsed + Math.max(0, milliseconds), wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Moves time on, waking who is due, in order. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#elapsed + milliseconds;
    for (;;) {
      await settled();
      const next = this.#next();
      if (next === undefined || next.at > until) break;
      this.#wake(next);
    }
    this.#elapsed = until;
    await settled();
  }

  /** Runs the work to its end, skipping every wait. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    let done = false;
    const mark = (): void => {
      done = true;
    };
    work.then(mark, mark);
    for (;;) {
      await settled();
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by the callback above
      if (done) return work;
      const next = this.#next();
      if (next !== undefined) this.#wake(next);
    }
  }

  #next(): Sleeper | undefined {
    return this.#sleepers.reduce<Sleeper | undefined>(
      (first, sleeper) => (first === undefined || sleeper.at < first.at ? sleeper : first),
      undefined,
    );
  }

  #wake(sleeper: Sleeper): void {
    this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    this.#elapsed = Math.max(this.#elapsed, sleeper.at);
    sleeper.wake();
  }
}

/** Turns of the event loop that work in memory may take between two waits. */
const turns = 12;

/** Lets everything that is ready run, and what becomes ready by it. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
