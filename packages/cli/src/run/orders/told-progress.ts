import type { Io } from '../../io.ts';
import { progressOf, type Reached } from '../run-progress.ts';
import type { Rate } from '../schedule.ts';
import type { RecordedRun } from '../state/recorded.ts';
import type { Load } from '../sync-listener.ts';

/** What a backfill tells those who watch it from elsewhere: how far it is, and what it waits for. */
export class ToldProgress {
  readonly #tell: RecordedRun['tell'];
  readonly #load: Load;
  readonly #rate: Rate | undefined;
  readonly #clock: Pick<Io['clock'], 'now'>;
  #reached: Reached = {
    records: { accepted: 0, rejected: 0, unknown: 0 },
    requests: { sent: 0 },
  };
  #opening = 0;

  /** @param rate Undefined where it does not say when the run ends. */
  constructor(
    { tell }: Pick<RecordedRun, 'tell'>,
    load: Load,
    rate: Rate | undefined,
    clock: Pick<Io['clock'], 'now'>,
  ) {
    this.#tell = tell;
    this.#load = load;
    this.#rate = rate;
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
    this.#tell({
      ...progressOf(this.#reached, this.#load, this.#rate, now),
      ...(isWaiting && { waitsUntil: new Date(this.#opening).toISOString() }),
    });
  }
}
