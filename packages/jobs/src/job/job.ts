import type { Hooks } from 'sequenzy-commerce';
import { worded, type Wording, type Words } from 'sequenzy-contract';
import type { RecordedRun } from '../runs/recorded.ts';
import type { Decisions } from './decisions.ts';
import type { JobEvent, Load, Pace } from './events.ts';
import type { Io } from './io.ts';
import { waitOf } from './wait-of.ts';
import { progressOf, type Reached } from './run-progress.ts';
import type { SecretKeeper } from './surroundings.ts';

interface Closable {
  close(): Promise<void>;
}

/** What a job is done with. */
export interface JobMeans {
  readonly io: Io;
  readonly secrets: SecretKeeper;
  readonly decide: Decisions;
  readonly onEvent: (event: JobEvent) => void;
  readonly wording: Wording;
  /** Only where something is sent. */
  readonly run: RecordedRun | undefined;
}

/** One job while it is done: who hears of it, who decides, what it has warned of, and what is closed at its end. */
export class Job {
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly secrets: SecretKeeper;
  readonly decide: Decisions;
  /** Sentences that were told so far, for the report. */
  readonly warnings: string[] = [];
  /** Only where something is sent. */
  readonly run: RecordedRun | undefined;
  readonly tell: (event: JobEvent) => void;
  /** Tells what a client does. */
  readonly hooks: Hooks;
  readonly #wording: Wording;
  readonly #startedAt: number;
  readonly #open: Closable[] = [];

  constructor({ io, secrets, decide, onEvent, wording, run }: JobMeans) {
    this.io = io;
    this.signal = io.interruption;
    this.secrets = secrets;
    this.decide = decide;
    this.run = run;
    this.tell = (event) => {
      const waits = waitOf(event, io.clock.now());
      if (waits !== undefined) run?.wait(waits);
      onEvent(event);
    };
    this.#wording = wording;
    this.hooks = {
      onResponse: (response) => {
        onEvent({ type: 'response', response });
      },
      onRetry: (retry) => {
        onEvent({ type: 'retry', retry });
      },
      onWait: (hold) => {
        this.tell({ type: 'hold', hold });
      },
    };
    this.#startedAt = io.clock.monotonic();
  }

  readonly warn = (words: Words): void => {
    const sentence = worded(words, this.#wording);
    this.warnings.push(sentence);
    this.tell({ type: 'warning', sentence });
  };

  /** Writes down how far the run is, for those who watch it from elsewhere. */
  progressed(reached: Reached, load: Load, pace: Pace | undefined): void {
    const left = pace?.(reached.requests);
    this.run?.tell(progressOf(reached, load, left, this.io.clock.now()));
  }

  get durationMs(): number {
    return Math.round(this.io.clock.monotonic() - this.#startedAt);
  }

  /** Closed at the end of the job, the last one first. */
  use<Resource extends Closable>(resource: Resource): Resource {
    this.#open.push(resource);
    return resource;
  }

  async close(): Promise<void> {
    this.tell({ type: 'settled' });
    for (const resource of this.#open.reverse()) await resource.close();
  }
}

/** The parts of a job that opening something takes. */
export function around({ io, secrets, warn }: Job): Pick<Job, 'io' | 'secrets' | 'warn'> {
  return { io, secrets, warn };
}
