import type { FileHandle } from 'node:fs/promises';
import { LedgerError } from '../ledger-error.ts';
import { KeyHash } from '../memory/key-hash.ts';
import { KeyIndex } from '../memory/key-index.ts';
import { emptyMark, markOf } from '../memory/mark.ts';
import { eachLine } from './each-line.ts';
import { checkHeader, isTornHeader, startOver, type Owner } from './header.ts';
import { parseLine } from './line.ts';
import { scanLine, type ScannedLine } from './scan-line.ts';

export interface Loaded {
  readonly index: KeyIndex;
  /** Entries in the file, those that later ones replace included. */
  readonly lines: number;
  /** Where the file ends as far as it is whole; 0 where it has no header yet. */
  readonly end: number;
  /** Bytes behind that end: a write that was cut off. */
  readonly tornBytes: number;
}

/**
 * Reads a ledger into memory. The last line may be torn; anything else that cannot be read is a LedgerError
 * (`damaged`, `foreign`, `version`).
 */
export async function loadLedger(handle: FileHandle, file: string, owner: Owner): Promise<Loaded> {
  const index = new KeyIndex();
  const reader = new LineReader(index);
  let count = 0;
  let end = 0;
  let unreadable = 0;
  let torn = 0;
  const rest = await eachLine(handle, (bytes, start, lineEnd, offset) => {
    count += 1;
    if (unreadable > 0) throw damaged(file, unreadable);
    if (offset === 0) checkHeader(file, bytes.toString('utf8', start, lineEnd), owner);
    else if (!reader.remember(bytes, start, lineEnd, offset)) unreadable = count;
    const length = lineEnd - start + 1;
    if (unreadable > 0) torn = length;
    else end = offset + length;
  });
  if (unreadable > 0 && rest.length > 0) throw damaged(file, unreadable);
  if (count === 0 && !isTornHeader(rest.toString())) throw damaged(file, 1);
  const lines = Math.max(0, count - 1 - (unreadable > 0 ? 1 : 0));
  return { index, lines, end, tornBytes: torn + rest.length };
}

/** Puts what a line says into memory. */
class LineReader {
  readonly #index: KeyIndex;
  readonly #hash = new KeyHash();
  readonly #scanned: ScannedLine = { keyStart: 0, keyEnd: 0, mark: emptyMark() };
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(index: KeyIndex) {
    this.#index = index;
  }

  /** False where it is no line of a ledger. */
  remember(bytes: Buffer, start: number, end: number, offset: number): boolean {
    const scanned = this.#scanned;
    if (scanLine(bytes, start, end, scanned)) {
      scanned.mark.offset = offset;
      this.#index.set(this.#hash.ofBytes(bytes, scanned.keyStart, scanned.keyEnd), scanned.mark);
      return true;
    }
    const entry = parseLine(this.#decode(bytes.subarray(start, end)));
    if (entry === undefined) return false;
    this.#index.set(this.#hash.ofKey(entry.key), markOf(entry, offset));
    return true;
  }

  /** Empty, and so no line, where it is not UTF-8. */
  #decode(bytes: Buffer): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return '';
    }
  }
}

function damaged(file: string, line: number): LedgerError {
  return new LedgerError('damaged', file, `line ${line} cannot be read. ${startOver}`);
}
