import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { errorCode } from '../faults/error-code.ts';
import { folderFailed, isInside } from './folder-failed.ts';
import { rmSync } from 'node:fs';

const prefix = 'sequenzy-sources-';
const day = 24 * 60 * 60 * 1000;

/** One private folder of temporary files. Its name carries the process, so that what a crash leaves is found. */
export class Workspace {
  #files = 0;

  private constructor(readonly folder: string) {
    removeAtExit(folder);
  }

  /** Also removes folders that dead processes left here more than a day before `now` (milliseconds since 1970). */
  static async create(parent = tmpdir(), now = Date.now()): Promise<Workspace> {
    await removeStale(parent, now);
    const folder = join(parent, `${prefix}${String(process.pid)}-`);
    return new Workspace(await mkdtemp(folder).catch(folderFailed(parent)));
  }

  /** Path of a file that does not exist yet. Create it with mode 0600. */
  newFile(purpose: string): string {
    this.#files += 1;
    return join(this.folder, `${purpose}-${String(this.#files)}`);
  }

  /**
   * Gives back what is made with its files; after an error they are removed.
   *
   * @throws {SourceError} One of them could not be read or written.
   */
  async around<Made>(work: () => Promise<Made>): Promise<Made> {
    try {
      return await work();
    } catch (error) {
      await this.remove();
      throw isInside(this.folder, error) ? folderFailed(dirname(this.folder))(error) : error;
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    forget(this.folder);
  }
}

async function removeStale(parent: string, now: number): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = join(parent, name);
    const changed = await stat(folder).catch(() => undefined);
    if (changed !== undefined && now - changed.mtimeMs > day) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined); // another user's
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Folders that are in use. */
const folders = new Set<string>();

/** A process that ends in the middle, as by `process.exit`, takes its temporary files along. */
function removeAtExit(folder: string): void {
  if (folders.size === 0) process.on('exit', removeAll);
  folders.add(folder);
}

/** It has been removed. */
function forget(folder: string): void {
  folders.delete(folder);
  if (folders.size === 0) process.off('exit', removeAll);
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
