import type { Io } from '../../job/io.ts';
import { progressOf, type Reached } from '../../job/run-progress.ts';
import type { RecordedRun } from '../../runs/recorded.ts';
import type { Load, Pace } from '../../job/events.ts';

/** What a backfill tells those who watch it from elsewhere: how far it is, and what it waits for. */
export class BackfillProgress {
  readonly #run: RecordedRun | undefined;
  readonly #load: Load;
  readonly #pace: Pace;
  readonly #clock: Pick<Io['clock'], 'now'>;
  #reached: Reached = {
    records: { accepted: 0, rejected: 0, unknown: 0 },
    requests: { sent: 0, retried: 0, rateLimited: 0 },
  };
  #opening = 0;

  constructor(
    run: RecordedRun | undefined,
    load: Load,
    pace: Pace,
    clock: Pick<Io['clock'], 'now'>,
  ) {
    this.#run = run;
    this.#load = load;
    this.#pace = pace;
    this.#clock = clock;
  }

  progressed(reached: Reached): void {
    this.#reached = reached;
    this.#say();
  }

  waiting(until: Date): void {
    this.#opening = until.getTime();
    this.#say();
  }

  #say(): void {
    const now = this.#clock.now();
    const isWaiting = now < this.#opening;
    this.#run?.tell({
      ...progressOf(this.#reached, this.#load, this.#pace(this.#reached.requests), now),
      ...(isWaiting && { waitsUntil: new Date(this.#opening).toISOString() }),
    });
  }
}
