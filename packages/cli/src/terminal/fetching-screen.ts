import type { Io } from './io.ts';
import { fetchingLine } from './fetching-line.ts';
import { holdOf, type Hold } from './hold.ts';
import { LiveLine } from './live-line.ts';
import type { Fetching } from 'sequenzy-jobs/job/events.ts';

/** How often it says where it is when nobody watches it live. */
const silence = 60_000;

/** A shorter wait is not worth a line of its own. */
const longWait = 10_000;

interface Surroundings {
  readonly io: Pick<Io, 'clock' | 'stderr' | 'env'>;
  /** Whether somebody watches it. */
  readonly isLive: boolean;
  readonly say: (label: string, text: string) => void;
}

/** Shows how far the reading of an API is: a live line on a terminal, elsewhere a plain one now and then. */
export class FetchingScreen {
  readonly #fetching: Fetching;
  readonly #around: Surroundings;
  readonly #line: LiveLine | undefined;
  #records = 0;
  #spokeAt: number;

  constructor(fetching: Fetching, around: Surroundings) {
    const { io, isLive } = around;
    this.#fetching = fetching;
    this.#around = around;
    this.#spokeAt = io.clock.monotonic();
    const { limiter } = fetching;
    const hold = (): Hold | undefined => limiter && holdOf(limiter.explain());
    this.#line = isLive ? new LiveLine(io, (columns) => this.#text(hold(), columns)) : undefined;
  }

  fetched(records: number): void {
    this.#records = records;
    const now = this.#around.io.clock.monotonic();
    if (this.#line !== undefined || now - this.#spokeAt < silence) return;
    this.#say('reading', this.#text(undefined));
  }

  heldBack({ reason, milliseconds }: Parameters<typeof holdOf>[0]): void {
    if (this.#line !== undefined || milliseconds < longWait) return;
    this.#say('waiting', this.#text(holdOf({ reason, milliseconds })));
  }

  above(write: () => void): void {
    if (this.#line === undefined) write();
    else this.#line.above(write);
  }

  end(): void {
    this.#line?.clear();
  }

  #say(label: string, text: string): void {
    this.#spokeAt = this.#around.io.clock.monotonic();
    this.#around.say(label, text);
  }

  #text(hold: Hold | undefined, columns?: number): string {
    return fetchingLine({ ...this.#fetching, records: this.#records, hold }, columns);
  }
}
