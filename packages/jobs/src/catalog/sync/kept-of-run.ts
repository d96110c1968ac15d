import { join } from 'node:path';
import type { Job } from '../../job/job.ts';
import { KeptFolder, passingFolder } from '../kept/kept-folder.ts';
import { KeptValues } from '../kept/kept-values.ts';
import { KeptWriter } from '../kept/kept-writer.ts';
import type { SyncOptions } from './sync-options.ts';

/** What is stored of all that a run changes: to be undone, to be shown, or both. */
export class KeptOfRun {
  readonly writer: KeptWriter;
  readonly #job: Job;
  /** Undefined where nothing is kept. */
  readonly #folder: KeptFolder | undefined;

  private constructor(writer: KeptWriter, job: Job, folder: KeptFolder | undefined) {
    this.writer = writer;
    this.#job = job;
    this.#folder = folder;
  }

  /**
   * Undefined where nobody wants it.
   *
   * @param ledgerFile Undefined in a dry run.
   * @throws {UserError} when it cannot be written.
   */
  static async of(
    command: string,
    job: Job,
    ledgerFile: string | undefined,
    {
      undo = true,
      out,
      showChanges = false,
      feed,
    }: SyncOptions & { readonly feed: string | undefined },
  ): Promise<KeptOfRun | undefined> {
    const isUndoable = undo && job.run !== undefined && ledgerFile !== undefined;
    const folder = isUndoable ? new KeptFolder(ledgerFile) : undefined;
    if (folder === undefined && out === undefined && !showChanges) return undefined;
    const now = job.io.clock.now();
    const { id: run } = job.run ?? { id: 'planned' };
    const file = folder
      ? await folder.fileFor(run)
      : join(job.use(await passingFolder()).path, 'kept.ndjson');
    const startedAt = new Date(now).toISOString();
    const header = { kind: 'sequenzy-kept-values', version: 1, run, command, startedAt } as const;
    const writer = await KeptWriter.create(file, {
      ...header,
      ...(feed !== undefined && { feed }),
    });
    return new KeptOfRun(job.use(writer), job, folder);
  }

  /** The plan is made. */
  async read(): Promise<KeptValues> {
    return this.#job.use(await KeptValues.open(await this.writer.finish()));
  }

  /** Before anything is sent. */
  async keep(): Promise<void> {
    const { count, unread } = this.writer;
    if (this.#folder === undefined || count === 0) return;
    if (unread === undefined) {
      await this.writer.keep();
      await this.#folder.dropOld(this.#job.io.clock.now());
    } else
      this.#job.warn(`What is stored cannot be read, so this run cannot be undone: ${unread}.`);
  }
}
