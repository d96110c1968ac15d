import type { Clock } from 'sequenzy-contract';

interface Sleeper {
  /** Milliseconds since the clock was made. */
  readonly at: number;
  readonly wake: () => void;
}

/** Turns of the event loop after which work in memory has gone as far as it can without time passing. */
const turns = 3;

/**
 * Time that passes only while nothing else can be done: it jumps to whoever sleeps the shortest. Reading and writing
 * files takes none of it, however long it takes.
 */
export class FastClock implements Clock {
  readonly #epoch: number;
  readonly #isBusy: () => boolean;
  readonly #sleepers = new Set<Sleeper>();
  #elapsed = 0;
  #isRunning = false;

  /**
   * @param epoch What it shows first, in milliseconds since 1970.
   * @param isBusy Whether something outside is under way that is waited for. Default: files.
   */
  constructor(epoch: number, isBusy = areFilesUnderWay) {
    this.#epoch = epoch;
    this.#isBusy = isBusy;
  }

  now(): number {
    return this.#epoch + this.#elapsed;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = (): void => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason as Error); // what the caller aborted with
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      // Whole milliseconds, as sums of them stay exact.
      const sleeper = { at: this.#elapsed + Math.max(0, Math.ceil(milliseconds)), wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (;;) {
      await this.#quiet();
      const next = this.#next();
      if (next === undefined) break;
      this.#sleepers.delete(next);
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.wake();
    }
    this.#isRunning = false;
  }

  /** Lets everything run that is ready, and what becomes ready by it. */
  async #quiet(): Promise<void> {
    for (let turn = 0; turn < turns; turn = this.#isBusy() ? 0 : turn + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The one who wakes first; of several the one who came first. */
  #next(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (first === undefined || sleeper.at < first.at) first = sleeper;
    }
    return first;
  }
}

function areFilesUnderWay(): boolean {
  return process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));
}
