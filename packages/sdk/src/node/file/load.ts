import type { FileHandle } from 'node:fs/promises';
import { hash64, hash64OfAscii } from 'sequenzy-contract';
import { KeyIndex, scanLog, sealedEnd, type LogReader, type Scanned } from 'sequenzy-store';
import { Feeds } from '../format/feeds.ts';
import { isTornHeader, saltIn, type Owner } from '../format/header.ts';
import { parseLine, type NoteLine } from '../format/line.ts';
import { markOf } from '../format/mark.ts';
import { LineScanner } from '../format/scan-line.ts';
import { LedgerError, update } from '../ledger-error.ts';

/** What memory holds of a ledger. */
export interface Contents {
  readonly index: KeyIndex;
  readonly feeds: Feeds;
  /** By name. */
  readonly notes: Map<string, NoteLine>;
  /** Empty until there is a header. */
  readonly salt: string;
}

export interface Loaded extends Contents, Scanned {}

/**
 * Reads a ledger into memory. The last line may be torn; anything else that cannot be read is an error: a StoreError
 * (`damaged`), or a LedgerError (`damaged`, `foreign`, `version`).
 */
export async function loadLedger(handle: FileHandle, file: string, owner: Owner): Promise<Loaded> {
  const reader = new LedgerReader(file, owner);
  const scanned = await scanLog(handle, file, reader);
  const { index, feeds, notes, salt } = reader;
  return { index, feeds, notes, salt, ...scanned };
}

/** Takes in the lines of a ledger. */
export class LedgerReader implements LogReader, Contents {
  readonly index = new KeyIndex();
  readonly feeds = new Feeds();
  readonly notes = new Map<string, NoteLine>();
  salt = '';
  readonly isTornHeader = isTornHeader;
  readonly #file: string;
  readonly #owner: Owner;
  readonly #scanner = new LineScanner(this.feeds);
  #line = 1;

  constructor(file: string, owner: Owner) {
    this.#file = file;
    this.#owner = owner;
  }

  header(text: string): void {
    this.salt = saltIn(this.#file, text, this.#owner);
  }

  line(bytes: Buffer, start: number, lineEnd: number, offset: number): boolean {
    this.#line += 1;
    const end = sealedEnd(bytes, start, lineEnd);
    if (end < 0) return false;
    const scanner = this.#scanner;
    if (scanner.scan(bytes, start, end)) {
      scanner.mark.offset = offset;
      this.index.set(hash64OfAscii(bytes, scanner.keyStart, scanner.keyEnd), scanner.mark);
    } else {
      this.#remember(bytes.toString('utf8', start, lineEnd), offset);
    }
    return true;
  }

  #remember(text: string, offset: number): void {
    const line = parseLine(text);
    if (line === undefined) {
      const problem = `line ${this.#line} is of a kind this release does not know`;
      throw new LedgerError('version', this.#file, `${problem}. ${update}`);
    }
    if ('note' in line) {
      this.notes.set(line.note, line);
      return;
    }
    const hash = hash64(line.entry.key);
    if (line.entry.forget === true) this.index.delete(hash);
    else this.index.set(hash, markOf(line.entry, offset, this.feeds));
  }
}
