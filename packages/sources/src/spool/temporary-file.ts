import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { folderFailed } from './folder-failed.ts';

/** A file of a workspace, written from its beginning on. Each method throws a `SourceError` where the folder fails it. */
export class TemporaryFile {
  readonly #file: FileHandle;
  readonly #failed: (cause: unknown) => never;

  private constructor(file: FileHandle, failed: (cause: unknown) => never) {
    this.#file = file;
    this.#failed = failed;
  }

  /** @param path As the workspace gives it. */
  static async create(path: string): Promise<TemporaryFile> {
    const failed = folderFailed(dirname(dirname(path)));
    return new TemporaryFile(await open(path, 'wx', 0o600).catch(failed), failed);
  }

  async append(data: Uint8Array | string): Promise<void> {
    await this.#file.appendFile(data).catch(this.#failed);
  }

  async close(): Promise<void> {
    await this.#file.close().catch(this.#failed);
  }
}
