import type { Clock } from 'sequenzy-contract';
import { backoff, longestOfEvent, longestOfQueue } from '../queue/backoff.ts';
import type { Handlers, Verdict } from '../queue/queue.ts';
import type { LetterFiles } from './letter-files.ts';
import type { QueueFile } from './queue-file.ts';

interface WorkerOptions {
  readonly concurrency: number;
  readonly grace: number;
  readonly clock: Clock;
  readonly random: () => number;
}

/** How often it is looked for letters that are to be tried again, in milliseconds. */
const lookEvery = 1000;

/** Hands out the events of a queue: so many at once, never two of one lane, and each until it is done. */
export class Worker {
  readonly #file: QueueFile;
  readonly #letters: LetterFiles;
  readonly #handlers: Handlers;
  readonly #options: WorkerOptions;
  readonly #stopped = new AbortController();
  /** Aborted when what is under way has had its time. */
  readonly #abandoned = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #attempts = new Map<number, number>();
  readonly #looking: Promise<void>;
  /** By the clock that never goes back. */
  #pausedUntil = 0;
  #failures = 0;

  constructor(file: QueueFile, letters: LetterFiles, handlers: Handlers, options: WorkerOptions) {
    this.#file = file;
    this.#letters = letters;
    this.#handlers = handlers;
    this.#options = options;
    this.#looking = this.#look();
    this.wake();
  }

  /** Something may have become free to be handed out. */
  wake(): void {
    const { concurrency, clock } = this.#options;
    while (!this.#stopped.signal.aborted && this.#underWay.size < concurrency) {
      if (clock.monotonic() < this.#pausedUntil) return;
      const id = this.#file.backlog.take();
      if (id === undefined) return;
      const work = this.#handle(id).finally(() => {
        this.#underWay.delete(work);
        this.wake();
      });
      this.#underWay.add(work);
    }
  }

  /** Waits for what is under way, as long as its time lasts; nothing else is handed out. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    const { clock, grace } = this.#options;
    const over = new AbortController();
    const isOver = Promise.all(this.#underWay).then(() => {
      over.abort();
    });
    await Promise.race([isOver, clock.sleep(grace, over.signal).catch(() => undefined)]);
    this.#abandoned.abort(new Error('the relay is shutting down'));
    await isOver;
    await this.#looking;
  }

  async #handle(id: number): Promise<void> {
    try {
      const event = await this.#file.read(id);
      const number = (this.#attempts.get(id) ?? 0) + 1;
      this.#attempts.set(id, number);
      const { signal } = this.#abandoned;
      await this.#settle(id, number, await this.#handlers.deliver(event, { number, signal }));
    } catch (error) {
      // The file or the disk: the event stays.
      this.#handlers.onTrouble(error);
      this.#pause();
      this.#file.backlog.lanes.putBack(id);
    }
  }

  async #settle(id: number, number: number, verdict: Verdict): Promise<void> {
    if (verdict.kind === 'later') {
      if (verdict.everything) this.#pause();
      this.#putBackAfter(id, backoff(number, longestOfEvent, this.#options.random));
      return;
    }
    if (verdict.kind === 'dead')
      await this.#letters.bury(verdict.letter, this.#options.clock.now());
    this.#failures = 0;
    this.#attempts.delete(id);
    // Sent is sent: should this line be lost, it is found to be unchanged.
    this.#file.done(id).catch((error: unknown) => {
      this.#handlers.onTrouble(error);
    });
  }

  /** It keeps its place: nothing behind it in its lanes is handed out before. */
  #putBackAfter(id: number, milliseconds: number): void {
    this.#after(milliseconds, () => {
      this.#file.backlog.lanes.putBack(id);
    });
  }

  #pause(): void {
    const { clock, random } = this.#options;
    // Several that were under way fail of one outage.
    if (clock.monotonic() < this.#pausedUntil) return;
    this.#failures += 1;
    const wait = backoff(this.#failures, longestOfQueue, random);
    this.#pausedUntil = clock.monotonic() + wait;
    this.#after(wait, () => {
      this.#pausedUntil = 0;
    });
  }

  #after(milliseconds: number, work: () => void): void {
    const sleeping = this.#options.clock.sleep(milliseconds, this.#stopped.signal);
    sleeping.then(
      () => {
        work();
        this.wake();
      },
      () => undefined, // it was stopped
    );
  }

  async #look(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#letters
        .readmit((letter) => this.#handlers.readmit(letter))
        .catch((error: unknown) => {
          this.#handlers.onTrouble(error);
        });
      await this.#options.clock.sleep(lookEvery, this.#stopped.signal).catch(() => undefined);
    }
  }
}
