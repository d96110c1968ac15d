import { systemCode } from 'sequenzy-store';
import type { QuotaBook } from '../../quota/quota-book.ts';
import { QuotaState, type Verdict } from '../../quota/quota-state.ts';
import { recordFrom, written, type Ask, type QuotaRecord } from '../../quota/record.ts';
import { append, appendAndRead, fileOf, latestFile, makeFile, removeBefore } from './log-files.ts';

/** A file of the log that has grown by more is ended, and the next one begins with what it amounts to. */
const longest = 65_536;
const attempts = 20;

export interface FileBookOptions {
  readonly folder: string;
  /** The client that writes. */
  readonly client: string;
  /** Milliseconds by a clock that all processes of the machine share. */
  readonly now: () => number;
}

/**
 * The log of a quota in files. Appending is all that processes do at the same time, and the system does that one after the
 * other; so there is no lock that a killed process could leave behind.
 *
 * A file begins with a snapshot, and is followed by the next one when a line of it says so. What stands behind that line
 * counts for nobody, and its writer repeats it in the next file.
 */
export class FileBook implements QuotaBook {
  state = new QuotaState();
  readonly #options: FileBookOptions;
  #number = 0;
  #offset = 0;
  #endsAt = longest;
  /** What was told and not read again: it may stand behind the end of a file, or be damaged. */
  #unseen: string[] = [];

  constructor(options: FileBookOptions) {
    this.#options = options;
  }

  now(): number {
    return this.#options.now();
  }

  ask(ask: Ask): Verdict {
    const line = this.#lineOf(ask);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { verdict } = this.#exchange(line);
      if (verdict !== undefined) return verdict;
    }
    throw new Error(`the log of the quota in ${this.#options.folder} cannot be written`);
  }

  tell(record: QuotaRecord): void {
    const line = this.#lineOf(record);
    this.#unseen.push(line);
    try {
      if (this.#number > 0) append(this.#path, line);
    } catch {
      // It is repeated with the next request.
    }
  }

  refresh(): void {
    try {
      for (let attempt = 0; attempt < attempts && this.#exchange('').isEnded; attempt += 1);
    } catch {
      // As it was known last.
    }
  }

  #exchange(line: string): Exchange {
    if (this.#number === 0) this.#openLatest();
    let text: string;
    try {
      text = appendAndRead(this.#path, line, this.#offset);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      this.#number = 0; // all files are gone, or it was followed by several while this process stood still
      return { isEnded: true };
    }
    const exchange = this.#take(text, line);
    if (exchange.isEnded) this.#openNext();
    else if (this.#offset > this.#endsAt) append(this.#path, this.#endLine());
    return exchange;
  }

  /** Reads whole lines; what is just being written comes next time. */
  #take(text: string, own: string): Exchange {
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.#offset += Buffer.byteLength(whole);
    let verdict: Verdict | undefined;
    for (const line of whole.split('\n')) {
      if (line === '') continue;
      const found = parsed(line);
      if (found === undefined) continue;
      if (found[1] === 'end') return { verdict, isEnded: true };
      const [at, ...rest] = found;
      const record = recordFrom(rest);
      if (record === undefined || typeof at !== 'number') continue;
      const result = this.state.apply(record, at);
      if (`${line}\n` === own) verdict = result;
      if (record.client === this.#options.client) this.#see(`${line}\n`);
    }
    return { verdict, isEnded: false };
  }

  /** Own lines come back in order: one that is missing before another was damaged, and is told again. */
  #see(line: string): void {
    const place = this.#unseen.indexOf(line);
    if (place < 0) return;
    const lost = this.#unseen.splice(0, place + 1).slice(0, place);
    this.#repeat(lost);
  }

  #repeat(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#unseen.push(...lines);
    append(this.#path, lines.join(''));
  }

  /** The snapshot is the same whoever makes it: all have read the same lines. */
  #openNext(): void {
    const { folder, client } = this.#options;
    if (latestFile(folder) === this.#number) {
      makeFile(folder, this.#number + 1, firstLine(this.state), client);
      removeBefore(folder, this.#number);
    }
    this.#openLatest();
  }

  #openLatest(): void {
    const { folder, client } = this.#options;
    if (latestFile(folder) === 0) makeFile(folder, 1, firstLine(this.state), client);
    this.#number = latestFile(folder);
    const text = appendAndRead(this.#path, '', 0);
    const end = text.indexOf('\n') + 1;
    this.#offset = Buffer.byteLength(text.slice(0, end));
    this.#endsAt = this.#offset + longest;
    this.state = stateFrom(text.slice(0, end), this.now());
    const unseen = this.#unseen;
    this.#unseen = [];
    this.#repeat(unseen);
  }

  get #path(): string {
    return fileOf(this.#options.folder, this.#number);
  }

  #lineOf(record: QuotaRecord): string {
    return `${JSON.stringify([this.now(), ...written(record)])}\n`;
  }

  #endLine(): string {
    return `${JSON.stringify([this.now(), 'end'])}\n`;
  }
}

interface Exchange {
  /** Absent where the line that was written counts for nobody. */
  readonly verdict?: Verdict | undefined;
  /** The log continues in another file. */
  readonly isEnded: boolean;
}

function firstLine(state: QuotaState): string {
  return `${JSON.stringify({ quota: 1, state })}\n`;
}

function stateFrom(line: string, now: number): QuotaState {
  try {
    const { state } = JSON.parse(line) as { state: ReturnType<QuotaState['toJSON']> }; // our own file
    return new QuotaState(state);
  } catch {
    // Its maker was killed on a file system without links: whatever left may have left just now.
    const state = new QuotaState();
    state.apply({ kind: 'pause', client: '', milliseconds: 60_000 }, now);
    return state;
  }
}

function parsed(line: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
