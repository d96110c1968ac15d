import type { KeyHash } from './key-hash.ts';
import { fingerprints, type FingerprintKind, type Mark, type StockKind } from './mark.ts';

/** Entries are kept in blocks of this many, so that growing never copies them. */
const blockBits = 16;
const blockSize = 1 << blockBits;

/** 24 bytes an entry: its hash, its fingerprint, and where its line begins together with four bits of kind. */
interface Block {
  /** Four words an entry: hash high, hash low, fingerprint high, fingerprint low. */
  readonly words: Uint32Array;
  /** Offset * 16 + stock kind * 4 + fingerprint kind: exact up to 2^49 bytes of file. */
  readonly places: Float64Array;
}

/**
 * Marks by key hash, without a string or an object a key: 32 MB per million keys (24 MB of entries, 8 MB of table).
 * Open addressing with linear probing; a key keeps its entry for good, also when it is forgotten.
 */
export class KeyIndex {
  readonly #blocks: Block[] = [];
  /** Entry number + 1; 0 is free. The length is a power of two. */
  #table = new Uint32Array(1024);
  #entries = 0;
  #forgotten = 0;

  /** Keys remembered. */
  get size(): number {
    return this.#entries - this.#forgotten;
  }

  /** Entries there are, those of forgotten keys included: the numbers below it are valid for `at`. */
  get entries(): number {
    return this.#entries;
  }

  get(hash: KeyHash): Mark | undefined {
    const number = this.#find(hash.high, hash.low);
    return number === undefined ? undefined : this.at(number);
  }

  set(hash: KeyHash, mark: Mark): void {
    const known = this.#find(hash.high, hash.low);
    if (known !== undefined && this.#isForgotten(known)) this.#forgotten -= 1;
    const number = known ?? this.#add(hash.high, hash.low);
    const { words, places } = this.#blockOf(number);
    const within = number & (blockSize - 1);
    words[within * 4 + 2] = mark.high;
    words[within * 4 + 3] = mark.low;
    places[within] = mark.offset * 16 + mark.stock * 4 + mark.fingerprint;
    if (mark.fingerprint === fingerprints.forgotten) this.#forgotten += 1;
  }

  /** The mark of an entry, in the order in which the keys first came. */
  at(number: number): Mark {
    const { words, places } = this.#blockOf(number);
    const within = number & (blockSize - 1);
    const place = places[within] ?? 0;
    const kinds = place % 16;
    return {
      fingerprint: (kinds & 3) as FingerprintKind, // `set` packed it into these two bits
      high: words[within * 4 + 2] ?? 0,
      low: words[within * 4 + 3] ?? 0,
      stock: (kinds >> 2) as StockKind, // as above
      offset: (place - kinds) / 16,
    };
  }

  #find(high: number, low: number): number | undefined {
    const mask = this.#table.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#table[slot] ?? 0) - 1;
      if (number < 0) return undefined;
      const { words } = this.#blockOf(number);
      const first = (number & (blockSize - 1)) * 4;
      if (words[first] === high && words[first + 1] === low) return number;
    }
  }

  #add(high: number, low: number): number {
    const number = this.#entries++;
    if (number >> blockBits === this.#blocks.length) {
      this.#blocks.push({
        words: new Uint32Array(blockSize * 4),
        places: new Float64Array(blockSize),
      });
    }
    const { words } = this.#blockOf(number);
    const first = (number & (blockSize - 1)) * 4;
    words[first] = high;
    words[first + 1] = low;
    if (this.#entries > this.#table.length * 0.7) this.#grow();
    else this.#enter(number, low);
    return number;
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let number = 0; number < this.#entries; number++) {
      const { words } = this.#blockOf(number);
      this.#enter(number, words[(number & (blockSize - 1)) * 4 + 1] ?? 0);
    }
  }

  #enter(number: number, low: number): void {
    const mask = this.#table.length - 1;
    let slot = low & mask;
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
    this.#table[slot] = number + 1;
  }

  #isForgotten(number: number): boolean {
    const place = this.#blockOf(number).places[number & (blockSize - 1)] ?? 0;
    return place % 4 === fingerprints.forgotten;
  }

  #blockOf(number: number): Block {
    const block = this.#blocks[number >> blockBits];
    if (block === undefined) throw new RangeError(`no entry ${number}`);
    return block;
  }
}
