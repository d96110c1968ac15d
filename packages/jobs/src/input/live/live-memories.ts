import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveMemory } from 'sequenzy-sources/live';
import { StoreError, systemCode, takeLease, type Lease } from 'sequenzy-store';
import type { Job } from '../../job/job.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { runAgain } from '../../report/stop-reason.ts';
import { UserError } from '../../report/user-error.ts';
import { openStateFolder, stateFolderPath, unusableState } from '../../state/state-folder.ts';
import { DocumentMemory } from './document-memory.ts';

interface MemoryPlace {
  /** Name of the live source. */
  readonly source: string;
  readonly stateDir: string | undefined;
  /** Nothing of it is there in the next run: what is read is a sandbox's. */
  readonly isPassing: boolean;
  /** What was read before is forgotten. */
  readonly isFresh: boolean;
}

/** What live sources have read, in files of their own below the state folder, for one run at a time. */
export class LiveMemories {
  readonly #place: MemoryPlace;
  readonly #job: Pick<Job, 'io' | 'signal'>;
  readonly #closing: (() => Promise<void>)[] = [];

  constructor(place: MemoryPlace, job: Pick<Job, 'io' | 'signal'>) {
    this.#place = place;
    this.#job = job;
  }

  /**
   * @param of What is read: a memory is of that and of nothing else.
   * @throws {UserError} Another run is using it, or it cannot be used.
   */
  async open(of: string): Promise<LiveMemory> {
    const { source, isFresh } = this.#place;
    const hash = createHash('sha256').update(of).digest('hex').slice(0, 16);
    const folder = await this.#folder();
    const file = join(folder, `${source}-${hash}.ndjson`);
    try {
      const lease = await takeLease(file, { signal: this.#job.signal });
      this.#closing.unshift(() => lease.release());
      return await this.#read(file, isFresh, lease);
    } catch (error) {
      throw this.#explained(error, folder);
    }
  }

  /**
   * Takes documents out of everything that was read from this source.
   *
   * @throws {UserError} Another run is using it, or it cannot be used.
   */
  async erase(ids: readonly string[]): Promise<void> {
    const folder = join(stateFolderPath(this.#place, this.#job.io.env), 'live');
    try {
      for (const name of await namesIn(folder)) {
        if (!name.startsWith(`${this.#place.source}-`) || !name.endsWith('.ndjson')) continue;
        const file = join(folder, name);
        const lease = await takeLease(file, { signal: this.#job.signal });
        try {
          await DocumentMemory.erase(file, ids, () => lease.verify());
        } finally {
          await lease.release();
        }
      }
    } catch (error) {
      throw this.#explained(error, folder);
    }
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0)) await close();
  }

  async #read(file: string, isFresh: boolean, lease: Lease): Promise<LiveMemory> {
    const memory = await DocumentMemory.open(file, { isFresh, mayWrite: () => lease.verify() });
    this.#closing.unshift(() => memory.close());
    return memory;
  }

  async #folder(): Promise<string> {
    const { isPassing, stateDir } = this.#place;
    if (isPassing) {
      const folder = await mkdtemp(join(tmpdir(), 'sequenzy-live-'));
      this.#closing.push(() => rm(folder, { recursive: true, force: true }));
      return folder;
    }
    const folder = join(await openStateFolder({ stateDir }, this.#job.io.env), 'live');
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw unusableState(folder, error);
    });
    return folder;
  }

  #explained(error: unknown, folder: string): unknown {
    if (this.#job.signal.aborted) return error;
    if (error instanceof UserError) return error;
    if (!(error instanceof StoreError)) return unusableState(folder, error);
    const { code, holder, file, problem } = error;
    const stopped = { exitCode: exitCodes.stopped };
    if (code === 'held') {
      const by = holder === undefined ? '' : ` (process ${String(holder.pid)} on ${holder.host})`;
      const message = `Another run is already reading from ${this.#place.source}${by}`;
      return new UserError('ledger-locked', message, [runAgain], stopped);
    }
    const advice = 'Remove that file: everything is read again then, and nothing is sent twice.';
    return new UserError('state-folder', `${file}: ${problem}`, advice);
  }
}

/** None where there is no such folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
}
