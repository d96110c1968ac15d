import type { LedgerNotes } from '../../ledger/ledger.ts';
import { formatNote, type NoteLine } from '../format/line.ts';

/** Notes in memory, each on a line of its own in the file. */
export class FileNotes implements LedgerNotes {
  readonly #known: Map<string, NoteLine>;
  readonly #append: (line: Buffer) => Promise<void>;
  readonly #now: () => number;

  constructor(
    known: Map<string, NoteLine>,
    append: (line: Buffer) => Promise<void>,
    now: () => number,
  ) {
    this.#known = known;
    this.#append = append;
    this.#now = now;
  }

  get(name: string): string | undefined {
    return this.#known.get(name)?.value;
  }

  async set(name: string, value: string): Promise<void> {
    const line = { note: name, value, time: this.#now() };
    await this.#append(formatNote(line));
    this.#known.set(name, line);
  }
}
