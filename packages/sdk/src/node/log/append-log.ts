import type { FileHandle } from 'node:fs/promises';
import { LedgerError, reasonOf } from '../ledger-error.ts';

interface Waiting {
  readonly bytes: Buffer;
  readonly onDurable: (offset: number) => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Appends to a file, durably. One write and one sync at a time; whatever comes while they run goes out together in
 * the next (group commit).
 */
export class AppendLog {
  readonly #handle: FileHandle;
  readonly #file: string;
  #end: number;
  #waiting: Waiting[] = [];
  #draining: Promise<void> | undefined;
  #refusal: LedgerError | undefined;

  constructor(handle: FileHandle, file: string, end: number) {
    this.#handle = handle;
    this.#file = file;
    this.#end = end;
  }

  /**
   * Resolves when the bytes are on disk, after `onDurable` was called with the offset at which they begin, in the order
   * of the file. Rejects with a LedgerError (`write`) when they may not be; from then on everything is refused, since
   * nobody knows what the file holds behind its last good line.
   */
  append(bytes: Buffer, onDurable: (offset: number) => void): Promise<void> {
    if (this.#refusal !== undefined) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, onDurable, resolve, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Refuses what comes from now on; resolves when all that came before is settled. */
  async close(): Promise<void> {
    this.#refusal ??= new LedgerError(
      'write',
      this.#file,
      'it was closed. Open it again to write.',
    );
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#commit(group);
    }
    this.#draining = undefined;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const bytes = group.length === 1 ? group[0]?.bytes : undefined;
    try {
      await this.#write(bytes ?? Buffer.concat(group.map((one) => one.bytes)));
      await this.#handle.datasync();
    } catch (error) {
      this.#refuse(error, [...group, ...this.#waiting]);
      return;
    }
    for (const one of group) {
      one.onDurable(this.#end);
      this.#end += one.bytes.length;
      one.resolve();
    }
  }

  /** The system takes it whole unless the disk is nearly full. */
  async #write(bytes: Buffer): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await this.#handle.write(
        bytes,
        written,
        bytes.length - written,
        this.#end + written,
      );
      written += bytesWritten;
    }
  }

  #refuse(error: unknown, refused: readonly Waiting[]): void {
    const what = `it could not be written (${reasonOf(error)}), so nothing more is remembered`;
    const advice = 'Make room or repair the disk, then run again: what was remembered is kept';
    this.#refusal = new LedgerError('write', this.#file, `${what}. ${advice}.`, error);
    this.#waiting = [];
    for (const one of refused) one.reject(this.#refusal);
  }
}
