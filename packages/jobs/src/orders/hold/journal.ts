import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { AtomicFile, syncFolder } from 'sequenzy-store';
import { unusableState } from '../../state/state-folder.ts';
import { UserError } from '../../report/user-error.ts';
import { reasonOf } from 'sequenzy-contract';
import { holdFile, readHeld, type HeldSequence } from '../../runs/held.ts';

/**
 * What this program has paused, written down durably before it is paused and until it is resumed. Whoever holds the
 * ledger beside it is the only writer.
 */
export class HoldJournal {
  readonly file: string;
  readonly #now: () => number;
  #sequences: readonly HeldSequence[];

  private constructor(file: string, now: () => number, sequences: readonly HeldSequence[]) {
    this.file = file;
    this.#now = now;
    this.#sequences = sequences;
  }

  /** @throws {UserError} when the file cannot be read: what is paused would be forgotten. */
  static async open(ledgerFile: string, now: () => number): Promise<HoldJournal> {
    const file = holdFile(dirname(ledgerFile));
    try {
      const held = await readHeld(file);
      return new HoldJournal(file, now, held?.sequences ?? []);
    } catch (error) {
      throw new UserError(
        'hold',
        `${file}, which names the sequences this program has paused, cannot be read (${reasonOf(error)})`,
        'Resume their enrolment in Sequenzy, then delete the file.',
      );
    }
  }

  get sequences(): readonly HeldSequence[] {
    return this.#sequences;
  }

  /** Adds or replaces by id. */
  async put(...changed: readonly HeldSequence[]): Promise<void> {
    const ids = new Set(changed.map(({ id }) => id));
    await this.#write([...this.#sequences.filter(({ id }) => !ids.has(id)), ...changed]);
  }

  async drop(id: string): Promise<void> {
    await this.#write(this.#sequences.filter((one) => one.id !== id));
  }

  async #write(sequences: readonly HeldSequence[]): Promise<void> {
    try {
      await (sequences.length === 0 ? this.#remove() : this.#replace(sequences));
    } catch (error) {
      throw unusableState(dirname(this.file), error);
    }
    this.#sequences = sequences;
  }

  async #replace(sequences: readonly HeldSequence[]): Promise<void> {
    const since = new Date(this.#now()).toISOString();
    const held = { version: 1, pid: process.pid, host: hostname(), since, sequences };
    const file = await AtomicFile.create(this.file);
    await file.write(`${JSON.stringify(held, null, 2)}\n`);
    await file.keep();
  }

  async #remove(): Promise<void> {
    await rm(this.file, { force: true });
    await syncFolder(dirname(this.file));
  }
}
