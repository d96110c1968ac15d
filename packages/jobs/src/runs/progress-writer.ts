import type { Clock } from 'sequenzy-commerce';
import type { RunProgress } from './run-record.ts';

/** Milliseconds between two writes. */
const pause = 1000;

/** Writes how far a run is, now and then, and one write at a time. */
export class ProgressWriter {
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #write: (progress: RunProgress) => Promise<void>;
  #writing: Promise<void> | undefined;
  #wroteAt = -Infinity;
  /** Has to be written when the disk is free again. */
  #next: RunProgress | undefined;

  constructor(clock: Pick<Clock, 'monotonic'>, write: (progress: RunProgress) => Promise<void>) {
    this.#clock = clock;
    this.#write = write;
  }

  /** Does not wait. Watching is a convenience: a disk that is full ends it, not the run. */
  tell(progress: RunProgress): void {
    const now = this.#clock.monotonic();
    // Nothing comes after it for hours.
    const isLast = progress.waitsUntil !== undefined;
    if (this.#writing !== undefined) {
      if (isLast) this.#next = progress;
      return;
    }
    if (!isLast && now - this.#wroteAt < pause) return;
    this.#wroteAt = now;
    this.#writing = this.#write(progress)
      .catch(() => undefined)
      .finally(() => {
        this.#writing = undefined;
        this.#writeNext();
      });
  }

  /** Nothing is being written any more. */
  async settled(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  #writeNext(): void {
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined) this.tell(next);
  }
}
