import type { RequestClient } from 'sequenzy-commerce/automations';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Job } from '../../job/job.ts';
import type { Automations, HoldPlan } from '../../report/automations.ts';
import { HoldJournal } from './journal.ts';
import { pauseAll, type Target } from './pause.ts';
import { releaseAll, type Released } from './release.ts';

/** Milliseconds after the last order in which the server is taken to process it: it says a few seconds. */
const defaultResumeAfter = 60_000;
const defaultMaxHold = 12 * 3_600_000;

export interface HoldOptions {
  /** Pause enrolment of the sequences that the orders would start, and resume it afterwards. */
  readonly holdAutomations?: boolean | undefined;
  /** Milliseconds it may be paused; then the run stops. Default: 12 hours. */
  readonly maxHold?: number | undefined;
  /** Milliseconds between the last order and the moment enrolment resumes. Default: a minute. */
  readonly resumeAfter?: number | undefined;
}

/** Undefined where nothing is to be held. */
export function holdPlanOf({
  holdAutomations,
  maxHold = defaultMaxHold,
  resumeAfter = defaultResumeAfter,
}: HoldOptions): HoldPlan | undefined {
  return holdAutomations === true ? { maxHold, resumeAfter } : undefined;
}

/** Sequences that are held while a run sends. */
export class Hold {
  readonly #journal: HoldJournal;
  readonly #client: RequestClient;
  readonly #ledger: Pick<FileLedger, 'verify'>;
  readonly #job: Job;
  readonly #resumeAfter: number;

  private constructor(journal: HoldJournal, { client, ledger, job, resumeAfter }: HoldMeans) {
    this.#journal = journal;
    this.#client = client;
    this.#ledger = ledger;
    this.#job = job;
    this.#resumeAfter = resumeAfter ?? defaultResumeAfter;
  }

  /** @throws {UserError} when what earlier runs have paused cannot be read. */
  static async open(means: HoldMeans): Promise<Hold> {
    const now = (): number => means.job.io.clock.now();
    return new Hold(await HoldJournal.open(means.ledger.file, now), means);
  }

  /** Names of what is paused by us. */
  get names(): readonly string[] {
    return this.#journal.sequences.map(({ name }) => name);
  }

  /**
   * Pauses what the run would start. What a run that was killed has left paused stays so.
   *
   * @throws {UserError} when that is not possible; what was paused until then is to be released.
   */
  async pause({ starting }: Pick<Automations, 'starting'>): Promise<void> {
    const targets = starting.flatMap(({ kind, id, name }): Target[] =>
      kind === 'sequence' && id !== undefined ? [{ id, name }] : [],
    );
    const { io, signal, tell } = this.#job;
    const now = (): number => io.clock.now();
    await pauseAll(targets, this.#journal, { client: this.#client, now, signal });
    tell({ type: 'held', names: this.names });
  }

  /**
   * Resumes what is held, once the last orders are processed.
   *
   * @param hasSent Whether any order may have left.
   */
  async release(hasSent: boolean): Promise<Released | undefined> {
    if (this.names.length === 0) return undefined;
    if (await this.#isTakenOver()) return undefined;
    const wait = hasSent ? this.#resumeAfter : 0;
    this.#job.tell({ type: 'releasing', names: this.names, milliseconds: wait });
    if (wait > 0) await this.#job.io.clock.sleep(wait);
    if (await this.#isTakenOver()) return undefined;
    const released = await releaseAll(this.#journal, this.#client);
    const { resumed, leftAlone, stillPaused } = released;
    this.#job.tell({ type: 'released', resumed, leftAlone, stillPaused });
    return released;
  }

  /** A run that has taken the ledger over holds them now, and resumes them. */
  async #isTakenOver(): Promise<boolean> {
    return this.#ledger.verify().then(
      () => false,
      () => true,
    );
  }
}

export interface HoldMeans extends Pick<HoldOptions, 'resumeAfter'> {
  readonly client: RequestClient;
  readonly ledger: Pick<FileLedger, 'file' | 'verify'>;
  readonly job: Job;
}
