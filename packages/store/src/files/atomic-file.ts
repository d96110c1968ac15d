import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

const bufferBytes = 1 << 18;

/** One process, one name. */
const mark = randomBytes(4).toString('hex');

/**
 * A file that appears under its name only when it is whole, in place of the one that was there. Until then it stands
 * beside it under a name of its own, readable by its owner only; a process that ends takes it away.
 */
export class AtomicFile {
  /** Where it will stand, as it was named. */
  readonly path: string;
  /** Where it stands until it is whole. */
  readonly temporary: string;
  readonly #target: string;
  readonly #handle: FileHandle;
  readonly #cleanUp = (): void => {
    rmSync(this.temporary, { force: true });
  };
  #buffered: Uint8Array[] = [];
  #bufferedBytes = 0;
  #isOpen = true;

  private constructor(path: string, target: string, temporary: string, handle: FileHandle) {
    this.path = path;
    this.#target = target;
    this.temporary = temporary;
    this.#handle = handle;
    process.once('exit', this.#cleanUp);
  }

  /**
   * @param suffix Of its name until it is whole. What a killed process has left under it is removed. Default: one that
   * no other process uses.
   */
  static async create(path: string, suffix = `.${mark}.tmp`): Promise<AtomicFile> {
    const target = await realpath(path).catch(() => path); // a link stays a link
    const temporary = `${target}${suffix}`;
    await rm(temporary, { force: true });
    return new AtomicFile(path, target, temporary, await open(temporary, 'wx', 0o600));
  }

  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#buffered.push(bytes);
    this.#bufferedBytes += bytes.length;
    if (this.#bufferedBytes >= bufferBytes) await this.#flush();
  }

  /** Brings what was written to the disk; nothing more can be written. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.#handle.sync();
    await this.#close();
  }

  /** Puts it in the place of the old file, durably. Windows replaces no open file. */
  async keep(): Promise<void> {
    if (this.#isOpen) await this.finish();
    await rename(this.temporary, this.#target);
    process.off('exit', this.#cleanUp);
    await syncFolder(dirname(this.#target));
  }

  /** Takes it away again. */
  async discard(): Promise<void> {
    if (this.#isOpen) await this.#close();
    await rm(this.temporary, { force: true });
    process.off('exit', this.#cleanUp);
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#buffered);
    this.#buffered = [];
    this.#bufferedBytes = 0;
    await this.#handle.appendFile(bytes);
  }

  async #close(): Promise<void> {
    this.#isOpen = false;
    await this.#handle.close();
  }
}
