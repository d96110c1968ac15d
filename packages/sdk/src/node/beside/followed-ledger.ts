import { open, stat, type FileHandle } from 'node:fs/promises';
import { hash64 } from 'sequenzy-contract';
import { scanLog, scanOn, systemCode } from 'sequenzy-store';
import type { LedgerWrite } from '../../ledger/ledger.ts';
import { datedAt, type DatedEntry } from '../file/dated-entry.ts';
import { entryOn } from '../file/entry-on.ts';
import { latestLines } from '../file/latest-lines.ts';
import { LedgerReader } from '../file/load.ts';
import { versionOf } from '../file/version-of.ts';
import type { Owner } from '../format/header.ts';
import { LedgerError } from '../ledger-error.ts';

/** A file as it was opened, and how far it was read. */
interface Opened {
  readonly handle: FileHandle;
  readonly reader: LedgerReader;
  /** Tells it from a file that has taken its name since. */
  readonly inode: string;
  end: number;
}

/** The ledger of another program, read on while that writes it. One that is not there yet is empty. */
export class FollowedLedger {
  readonly #file: string;
  readonly #owner: Owner;
  #opened: Opened | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(file: string, owner: Owner) {
    this.#file = file;
    this.#owner = owner;
  }

  /** Empty until there is a file. */
  get salt(): string {
    return this.#opened?.reader.salt ?? '';
  }

  /** Takes in what was written since. */
  async refresh(): Promise<void> {
    // What is under way may have looked before the caller's last line was written.
    await this.#refreshing?.catch(() => undefined);
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  has(key: string): boolean {
    return this.#opened?.reader.index.get(hash64(key)) !== undefined;
  }

  async dated(key: string): Promise<DatedEntry | undefined> {
    const opened = this.#opened;
    const mark = opened?.reader.index.get(hash64(key));
    if (opened === undefined || mark === undefined) return undefined;
    try {
      return await datedAt(opened.handle, this.#file, mark, key);
    } catch (error) {
      // Another file has taken its name meanwhile, and this one was closed.
      if (this.#opened !== opened) return this.dated(key);
      throw error;
    }
  }

  async *list(): AsyncGenerator<LedgerWrite, void, undefined> {
    if (this.#opened === undefined) return;
    const { handle, reader } = this.#opened;
    const entry = entryOn(this.#file);
    for await (const line of latestLines(handle, this.#file, reader.index)) yield entry(line);
  }

  async close(): Promise<void> {
    await this.#refreshing?.catch(() => undefined);
    const opened = this.#opened;
    this.#opened = undefined;
    await opened?.handle.close();
  }

  async #refresh(): Promise<void> {
    const found = await stat(this.#file).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    const opened = this.#opened;
    if (found !== undefined && opened?.inode === inodeOf(found) && opened.end > 0) {
      if (found.size <= opened.end) return;
      opened.end = await scanOn(opened.handle, this.#file, opened.reader, opened.end);
      return;
    }
    this.#opened = found && (await this.#open());
    await opened?.handle.close();
  }

  async #open(): Promise<Opened> {
    const handle = await open(this.#file, 'r');
    try {
      if ((await versionOf(handle, this.#file)) === 1) throw old(this.#file);
      const reader = new LedgerReader(this.#file, this.#owner);
      const { end } = await scanLog(handle, this.#file, reader);
      return { handle, reader, end, inode: inodeOf(await handle.stat()) };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }
}

function inodeOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev}:${ino}`;
}

function old(file: string): LedgerError {
  const problem = 'an earlier release wrote it. Run the command once that it belongs to';
  return new LedgerError('version', file, `${problem}: that converts it.`);
}
