import { reasonOf } from 'sequenzy-contract';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { LiveChanges } from 'sequenzy-sources/live';
import type { Job } from '../job/job.ts';
import { SinceMemory, type ChangesOptions } from './since-memory.ts';

/** What a run reads that reads only what has changed since the last complete one. */
export class ChangesOfRun {
  /** The words of the user that say so; undefined where everything is read. */
  saidBy: string | undefined;
  #memory: SinceMemory | undefined;
  readonly #options: ChangesOptions & { readonly feed?: string | undefined };
  readonly #openLedger: (saidBy: string) => Promise<FileLedger | undefined>;

  /** @param openLedger What was sent before, to be written; a run that sends nothing reads everything. */
  constructor(
    options: ChangesOptions & { readonly feed?: string | undefined },
    openLedger: (saidBy: string) => Promise<FileLedger | undefined>,
  ) {
    this.#options = options;
    this.#openLedger = openLedger;
  }

  /** Gives back after which is to be read. */
  readonly onChanges = async (changes: LiveChanges): Promise<string | undefined> => {
    this.saidBy = changes.saidBy;
    const ledger = await this.#openLedger(changes.saidBy);
    if (ledger === undefined) return undefined;
    this.#memory = await SinceMemory.beside(ledger, changes, this.#options);
    return this.#options.full === true ? undefined : this.#memory.recall(ledger);
  };

  /** Call when a run is complete: everything that was read has been accepted. */
  async remember({ warn }: Pick<Job, 'warn'>): Promise<void> {
    await this.#memory?.remember().catch((error: unknown) => {
      warn(
        `Where this run began to read could not be kept, so the next one reads everything: ${reasonOf(error)}.`,
      );
    });
  }
}
