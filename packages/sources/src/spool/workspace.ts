import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceError } from '../errors.ts';

const prefix = 'sequenzy-sources-';
const day = 24 * 60 * 60 * 1000;

/** One private folder of temporary files. Its name carries the process, so that what a crash leaves is found. */
export class Workspace {
  #files = 0;

  private constructor(readonly folder: string) {}

  /** Also removes folders that dead processes left here more than a day before `now` (milliseconds since 1970). */
  static async create(parent = tmpdir(), now = Date.now()): Promise<Workspace> {
    await removeStale(parent, now);
    const folder = join(parent, `${prefix}${String(process.pid)}-`);
    return new Workspace(await mkdtemp(folder).catch(unusable(parent)));
  }

  /** Path of a file that does not exist yet. Create it with mode 0600. */
  newFile(purpose: string): string {
    this.#files += 1;
    return join(this.folder, `${purpose}-${String(this.#files)}`);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function unusable(parent: string) {
  return (cause: unknown): never => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError(`the folder of temporary files ${parent} cannot be used (${reason})`, {
      code: 'unreadable',
      nextStep: 'Set TMPDIR to a folder with room.',
      cause,
    });
  };
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
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
