import type { Clock } from 'sequenzy-commerce';
import type { RunProgress, RunWait } from './run-record.ts';

/** Milliseconds between two writes. */
const pause = 1000;

/** How far a run is, and what it waits for. */
export interface Reached {
  readonly progress?: RunProgress;
  readonly waits?: RunWait;
}

/** Writes how far a run is, now and then, one write at a time, and the last word always. */
export class ProgressWriter {
  readonly #clock: Pick<Clock, 'monotonic' | 'sleep'>;
  readonly #write: (reached: Reached) => Promise<void>;
  readonly #end = new AbortController();
  #reached: Reached = {};
  #writing: Promise<void> | undefined;
  #wroteAt = -Infinity;
  #isNew = false;

  constructor(
    clock: Pick<Clock, 'monotonic' | 'sleep'>,
    write: (reached: Reached) => Promise<void>,
  ) {
    this.#clock = clock;
    this.#write = write;
  }

  /** Does not wait. Whoever has come further waits for nothing any more. */
  tell(progress: RunProgress): void {
    this.#reached = { progress };
    this.#hear();
  }

  /** Does not wait. */
  wait(waits: RunWait): void {
    this.#reached = { ...this.#reached, waits };
    this.#hear();
  }

  /** Nothing is being written any more. */
  async settled(): Promise<void> {
    this.#end.abort();
    await this.#writing;
  }

  #hear(): void {
    this.#isNew = true;
    // Watching is a convenience: a disk that is full ends it, not the run.
    this.#writing ??= this.#writeAll().catch(() => undefined);
  }

  async #writeAll(): Promise<void> {
    const { signal } = this.#end;
    while (this.#isNew && !signal.aborted) {
      const left = this.#wroteAt + pause - this.#clock.monotonic();
      if (left > 0) await this.#clock.sleep(left, signal);
      this.#wroteAt = this.#clock.monotonic();
      this.#isNew = false;
      await this.#write(this.#reached).catch(() => undefined);
    }
    this.#writing = undefined;
  }
}
