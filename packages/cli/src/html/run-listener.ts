import type { Clock } from 'sequenzy-commerce';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { Moment } from 'sequenzy-pages';

/** More is more than a plot shows. */
const mostMoments = 400;

/** Keeps what a report tells of a run that its result does not: when how much was done. */
export class RunListener {
  readonly startedAt: number;
  requestsPerMinute: number | undefined;
  /** Where the run is recorded; undefined where nothing is sent. */
  recorded: { readonly folder: string; readonly id: string } | undefined;
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #began: number;
  #moments: Moment[] = [];
  #pause = 0;

  constructor(clock: Pick<Clock, 'now' | 'monotonic'>) {
    this.#clock = clock;
    this.#began = clock.monotonic();
    this.startedAt = clock.now();
  }

  readonly hear = (event: JobEvent): void => {
    if (event.type === 'planned') this.requestsPerMinute = event.plan.requestsPerMinute;
    if (event.type === 'recorded') this.recorded = event;
    if (event.type !== 'progress') return;
    const { records, requests } = event.progress;
    const done = records.accepted + records.rejected + records.unknown;
    this.#add({ at: this.#clock.monotonic() - this.#began, done, requests: requests.sent });
  };

  get timeline(): readonly Moment[] {
    return this.#moments;
  }

  /** Every second one is dropped when there are too many, so that any run takes the same room. */
  #add(moment: Moment): void {
    const last = this.#moments.at(-1);
    if (last !== undefined && moment.at - last.at < this.#pause) {
      this.#moments[this.#moments.length - 1] = { ...moment, at: last.at };
      return;
    }
    this.#moments.push(moment);
    if (this.#moments.length <= mostMoments) return;
    this.#moments = this.#moments.filter((_, at) => at % 2 === 0);
    this.#pause = Math.max(1, moment.at / (mostMoments / 2));
  }
}
