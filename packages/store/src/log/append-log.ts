import type { FileHandle } from 'node:fs/promises';
import { reasonOf, StoreError } from '../errors/store-error.ts';

interface Waiting {
  readonly bytes: Buffer;
  readonly onDurable: (offset: number) => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Appends to a file, durably. One write and one sync at a time; whatever comes while they run goes out together in
 * the next (group commit). The handle must be open for appending, so that nothing is ever overwritten.
 */
export class AppendLog {
  readonly #handle: FileHandle;
  readonly #file: string;
  readonly #mayWrite: () => Promise<void>;
  #end: number;
  #waiting: Waiting[] = [];
  #draining: Promise<void> | undefined;
  #refusal: StoreError | undefined;

  /**
   * @param end Where the file ends, as far as it is whole.
   * @param mayWrite Asked before each write; what it throws refuses it and all later ones.
   */
  constructor(handle: FileHandle, file: string, end: number, mayWrite: () => Promise<void>) {
    this.#handle = handle;
    this.#file = file;
    this.#end = end;
    this.#mayWrite = mayWrite;
  }

  /**
   * Resolves when the bytes are on disk, after `onDurable` was called with the offset at which they begin, in the order
   * of the file. Rejects with a StoreError (`write`) when they may not be; from then on everything is refused, since
   * nobody knows what the file holds behind its last good line.
   */
  append(bytes: Buffer, onDurable: (offset: number) => void): Promise<void> {
    if (this.#refusal !== undefined) return Promise.reject(this.#refusal);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, onDurable, resolve, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when everything that came before is settled. */
  async settled(): Promise<void> {
    await this.#draining;
  }

  /** Refuses what comes from now on; resolves when all that came before is settled. */
  async close(): Promise<void> {
    this.#refusal ??= new StoreError('write', this.#file, 'it was closed');
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
    const bytes = Buffer.concat(group.map((one) => one.bytes));
    try {
      await this.#mayWrite();
      await this.#handle.appendFile(bytes);
      await this.#handle.datasync();
      await this.#requireEnd(this.#end + bytes.length);
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

  /** Whoever else appends to the file makes every offset behind it wrong. */
  async #requireEnd(expected: number): Promise<void> {
    const { size } = await this.#handle.stat();
    if (size === expected) return;
    const problem = 'something else wrote to it while it was open';
    throw new StoreError('lost', this.#file, problem);
  }

  #refuse(error: unknown, refused: readonly Waiting[]): void {
    this.#refusal = error instanceof StoreError ? error : this.#notWritten(error);
    this.#waiting = [];
    for (const one of refused) one.reject(this.#refusal);
  }

  #notWritten(cause: unknown): StoreError {
    const problem = `it could not be written (${reasonOf(cause)})`;
    return new StoreError('write', this.#file, problem, { cause });
  }
}
