import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from 'sequenzy-contract';
import { AtomicFile, syncFolder, systemCode } from 'sequenzy-store';
import type { DeadLetter, NewLetter } from '../queue/event.ts';
import type { DeadLetters } from '../queue/queue.ts';

/**
 * Dead letters as files, one each, so that a command can look at them and decide on them while the relay runs: what is to be
 * tried again is moved into the folder `retry`, where the relay finds it.
 */
export class LetterFiles implements DeadLetters {
  readonly #dead: string;
  readonly #retry: string;

  /** @param folder Of the queue. */
  constructor(folder: string) {
    this.#dead = join(folder, 'dead');
    this.#retry = join(folder, 'retry');
  }

  async open(): Promise<void> {
    for (const folder of [this.#dead, this.#retry]) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    }
  }

  async bury(letter: NewLetter, now: number): Promise<void> {
    // By time, so that names sort as they came.
    const id = `${new Date(now).toISOString().slice(0, 19).replace(/[-:T]/g, '')}-${randomUUID().slice(0, 8)}`;
    const whole: DeadLetter = { ...letter, id, buriedAt: now };
    const file = await AtomicFile.create(join(this.#dead, `${id}.json`));
    await file.write(`${JSON.stringify(whole)}\n`);
    await file.keep();
  }

  async count(): Promise<number> {
    return (await namesIn(this.#dead)).length;
  }

  async *list(): AsyncGenerator<DeadLetter, void, undefined> {
    for (const name of await namesIn(this.#dead)) {
      const letter = await letterIn(join(this.#dead, name));
      if (letter !== undefined) yield letter;
    }
  }

  async get(id: string): Promise<DeadLetter | undefined> {
    return isId(id) ? letterIn(join(this.#dead, `${id}.json`)) : undefined;
  }

  async retry(id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const name = `${id}.json`;
    const isMoved = await orGone(rename(join(this.#dead, name), join(this.#retry, name)));
    if (isMoved) await syncFolder(this.#retry);
    return isMoved;
  }

  async drop(id: string): Promise<boolean> {
    return isId(id) && (await orGone(rm(join(this.#dead, `${id}.json`))));
  }

  /** Those that are wanted, of the ones that wait and of the ones that are to be tried again. */
  async *all(
    isWanted: (letter: DeadLetter) => boolean,
  ): AsyncGenerator<{ readonly id: string; readonly isRetried: boolean }, void, undefined> {
    for (const folder of [this.#dead, this.#retry]) {
      for (const name of await namesIn(folder)) {
        const letter = await letterIn(join(folder, name));
        if (letter === undefined || !isWanted(letter)) continue;
        yield { id: name.replace(/\.json$/, ''), isRetried: folder === this.#retry };
      }
    }
  }

  async remove(id: string, isRetried: boolean): Promise<void> {
    await rm(join(isRetried ? this.#retry : this.#dead, `${id}.json`), { force: true });
  }

  /** Hands over each letter that is to be tried again, and then lets go of it. */
  async readmit(readmit: (letter: DeadLetter) => Promise<void>): Promise<void> {
    for (const name of await namesIn(this.#retry)) {
      const path = join(this.#retry, name);
      const letter = await letterIn(path);
      if (letter === undefined) continue;
      await readmit(letter);
      await rm(path, { force: true });
    }
  }
}

function isId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}

/** Sorted; none where there is no such folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.json')).sort();
}

/** Undefined where it is gone, or is not a letter. */
async function letterIn(path: string): Promise<DeadLetter | undefined> {
  try {
    const letter: unknown = JSON.parse(await readFile(path, 'utf8'));
    const isLetter =
      isRecord(letter) && typeof letter['id'] === 'string' && isRecord(letter['content']);
    return isLetter ? (letter as unknown as DeadLetter) : undefined; // files of this class
  } catch (error) {
    if (error instanceof SyntaxError || systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** False where there was nothing. */
async function orGone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
