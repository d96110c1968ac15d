import { hexWord, type IndexEntry } from 'sequenzy-store';
import { feedInFile, type Feeds } from './feeds.ts';
import { fingerprints, packFlags, stocks } from './mark.ts';

const head = Buffer.from('{"k":"');
const afterKey = Buffer.from('","f":');
const unknown = Buffer.from('null,"t":');
const afterDigits = Buffer.from('","t":');
const beforeFeed = Buffer.from(',"feed":"');
const allIn = Buffer.from(',"s":true');
const allOut = Buffer.from(',"s":false');
const beforeVariants = Buffer.from(',"s":{');
const beforeOrder = Buffer.from(',"o":{');

/**
 * The fast way to read a line, for what nearly every line is: exactly what `formatLine` writes for a key of printable
 * ASCII without quote or backslash, with 16 hex digits or null. The names of variants, and what is known of an order,
 * are the last on their line and are passed over: the checksum says that they are as they were written.
 */
export class LineScanner {
  /** The key's bytes within the buffer. */
  keyStart = 0;
  keyEnd = 0;
  readonly mark: IndexEntry = { high: 0, low: 0, flags: 0, offset: 0 };
  readonly #feeds: Feeds;
  /** The last feed that was met: most lines have the feed of the line before. */
  #feed: Buffer | undefined;
  #feedNumber = 0;
  #fingerprint: number = fingerprints.unknown;

  constructor(feeds: Feeds) {
    this.#feeds = feeds;
  }

  /**
   * False for any other line, good or bad: the slow way (`parseLine`) decides on it.
   *
   * @param end Where the content ends and the checksum, which must be right, begins.
   */
  scan(bytes: Buffer, start: number, end: number): boolean {
    if (!has(bytes, start, head)) return false;
    this.keyStart = start + head.length;
    this.keyEnd = plainTextEnd(bytes, this.keyStart);
    if (!has(bytes, this.keyEnd, afterKey)) return false;
    const time = this.#scanFingerprint(bytes, this.keyEnd + afterKey.length);
    if (time < 0) return false;
    const timeEnd = digitsEnd(bytes, time);
    if (timeEnd === time) return false;
    return this.#scanRest(bytes, timeEnd, end);
  }

  /** Where the digits of the time begin; -1 where there is neither null nor 16 hex digits. */
  #scanFingerprint(bytes: Buffer, at: number): number {
    this.mark.high = 0;
    this.mark.low = 0;
    this.#fingerprint = fingerprints.unknown;
    if (has(bytes, at, unknown)) return at + unknown.length;
    if (bytes[at] !== 0x22 || !has(bytes, at + 17, afterDigits)) return -1;
    const high = hexWord(bytes, at + 1);
    const low = hexWord(bytes, at + 9);
    if (high < 0 || low < 0) return -1;
    this.mark.high = high;
    this.mark.low = low;
    this.#fingerprint = fingerprints.packed;
    return at + 17 + afterDigits.length;
  }

  #scanRest(bytes: Buffer, from: number, end: number): boolean {
    let at = from;
    let feed = 0;
    if (has(bytes, at, beforeFeed)) {
      const start = at + beforeFeed.length;
      at = plainTextEnd(bytes, start) + 1;
      if (bytes[at - 1] !== 0x22) return false;
      feed = this.#feedNumberOf(bytes, start, at - 1);
      if (feed === feedInFile) return false;
    }
    const stock = scanStock(bytes, at, end);
    const order = stock < 0 && has(bytes, at, beforeOrder) && bytes[end - 1] === 0x7d;
    if (stock < 0 && !order) return false;
    this.mark.flags = packFlags(this.#fingerprint, order ? stocks.none : stock, order, feed);
    return true;
  }

  #feedNumberOf(bytes: Buffer, start: number, end: number): number {
    const last = this.#feed;
    if (last?.length === end - start && has(bytes, start, last)) return this.#feedNumber;
    this.#feed = Buffer.from(bytes.subarray(start, end));
    this.#feedNumber = this.#feeds.numberOf(this.#feed.toString());
    return this.#feedNumber;
  }
}

/** What is said of the stock from here to the end; -1 where it is something else. */
function scanStock(bytes: Buffer, at: number, end: number): number {
  if (at === end) return stocks.none;
  if (at + allIn.length === end && has(bytes, at, allIn)) return stocks.allIn;
  if (at + allOut.length === end && has(bytes, at, allOut)) return stocks.allOut;
  return has(bytes, at, beforeVariants) && bytes[end - 1] === 0x7d ? stocks.inFile : -1;
}

function has(bytes: Buffer, at: number, text: Buffer): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text[index]) return false;
  }
  return true;
}

function plainTextEnd(bytes: Buffer, from: number): number {
  for (let at = from; ; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c) return at;
  }
}

/** JSON has no leading zeros; the times written have thirteen digits and no more than fifteen are taken. */
function digitsEnd(bytes: Buffer, from: number): number {
  if (bytes[from] === 0x30) return from;
  let at = from;
  while (at < from + 15 && isDigit(bytes[at] ?? 0)) at++;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
