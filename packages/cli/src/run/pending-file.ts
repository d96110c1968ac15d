import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';

const chunkCharacters = 64 * 1024;

/** A file that appears under its name only when it is whole. */
export class PendingFile {
  readonly path: string;
  readonly #target: string;
  readonly #handle: FileHandle;
  readonly #cleanUp = (): void => {
    rmSync(temporary(this.#target), { force: true });
  };
  #buffered = '';

  private constructor(path: string, target: string, handle: FileHandle) {
    this.path = path;
    this.#target = target;
    this.#handle = handle;
    // A second Ctrl-C, or a bug, ends the process with the file half written.
    process.once('exit', this.#cleanUp);
  }

  /** Readable by its owner only: it may hold customer data. */
  static async create(path: string): Promise<PendingFile> {
    const target = await realpath(path).catch(() => path);
    const handle = await open(temporary(target), 'wx', 0o600);
    return new PendingFile(path, target, handle);
  }

  async write(text: string): Promise<void> {
    this.#buffered += text;
    if (this.#buffered.length >= chunkCharacters) await this.#flush();
  }

  async keep(): Promise<void> {
    await this.#flush();
    await this.#handle.sync();
    await this.#handle.close();
    await rename(temporary(this.#target), this.#target);
    process.off('exit', this.#cleanUp);
  }

  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(temporary(this.#target), { force: true });
    process.off('exit', this.#cleanUp);
  }

  async #flush(): Promise<void> {
    const text = this.#buffered;
    this.#buffered = '';
    await this.#handle.appendFile(text);
  }
}

/** Beside the target, so that the rename stays on one disk. One process, one name. */
const mark = randomBytes(4).toString('hex');

function temporary(target: string): string {
  return `${target}.${mark}.tmp`;
}
