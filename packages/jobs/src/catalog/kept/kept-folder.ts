import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reasonOf, systemCode } from 'sequenzy-contract';
import { AtomicFile } from 'sequenzy-store';
import { UserError } from '../../report/user-error.ts';
import { unusableState } from '../../state/state-folder.ts';

const ending = '.ndjson';
const undoneEnding = '.undone';
const mostRuns = 10;
const longest = 30 * 24 * 60 * 60 * 1000;

/** Values that runs have kept to be undone, one file a run, beside the ledger of their company. */
export class KeptFolder {
  readonly #folder: string;

  constructor(ledgerFile: string) {
    this.#folder = join(dirname(ledgerFile), 'undo');
  }

  /**
   * Where the values of a run are kept.
   *
   * @throws {UserError} when the folder cannot be used.
   */
  async fileFor(run: string): Promise<string> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw unusableState(this.#folder, error);
    }
    return this.fileOf(run);
  }

  fileOf(run: string): string {
    return join(this.#folder, run + ending);
  }

  /** Ids of the runs that can be undone, the newest first. */
  async runs(): Promise<readonly string[]> {
    return (await this.#names())
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .reverse();
  }

  /** Whether a run was undone as a whole. */
  async isUndone(run: string): Promise<boolean> {
    return (await this.#names()).includes(run + undoneEnding);
  }

  /** Nothing of the run is left to undo. */
  async markUndone(run: string): Promise<void> {
    try {
      const mark = await AtomicFile.create(join(this.#folder, run + undoneEnding));
      await mark.keep();
      await rm(this.fileOf(run), { force: true });
    } catch (error) {
      throw unusableState(this.#folder, error);
    }
  }

  /**
   * Takes away what is older than 30 days or ten runs, and what runs that were killed have left.
   *
   * @throws {UserError} when the folder cannot be used.
   */
  async dropOld(now: number): Promise<void> {
    try {
      const newest = new Set((await this.runs()).slice(0, mostRuns).map((run) => run + ending));
      for (const name of await this.#names()) {
        const path = join(this.#folder, name);
        const isOld = now - (await stat(path)).mtimeMs > longest;
        const isKept = name.endsWith(undoneEnding) || newest.has(name);
        if (isOld || !isKept) await rm(path, { force: true });
      }
    } catch (error) {
      throw unusableState(this.#folder, error);
    }
  }

  async #names(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).sort();
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

/** A folder for values that are only shown, and what takes it away. */
export async function passingFolder(): Promise<{ path: string; close(): Promise<void> }> {
  try {
    const path = await mkdtemp(join(tmpdir(), 'sequenzy-changes-'));
    return { path, close: () => rm(path, { recursive: true, force: true }) };
  } catch (error) {
    const problem = `The temporary folder ${tmpdir()} cannot be used (${reasonOf(error)})`;
    throw new UserError('temporary-folder', problem, 'Name another one with TMPDIR.');
  }
}
