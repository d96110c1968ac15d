import { hash64 } from 'sequenzy-contract';
import { Column } from './column.ts';

/**
 * Numbers keys in the order in which they first come, without keeping a string: 8 bytes a key and about as many for
 * the table. Two of a million keys share a hash, and so a number, with odds of about 1 in 37 million.
 */
export class KeyTable {
  readonly #high = new Column(Uint32Array);
  readonly #low = new Column(Uint32Array);
  /** Row + 1; 0 is free. Open addressing with linear probing; the length is a power of two. */
  #slots = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The key's row; `undefined` where it has none. */
  find(key: string): number | undefined {
    const { high, low } = hash64(key);
    return this.#probe(high, low);
  }

  /** The key's row, a new one where it has none. */
  add(key: string): number {
    const { high, low } = hash64(key);
    const known = this.#probe(high, low);
    if (known !== undefined) return known;
    const row = this.#size++;
    this.#high.set(row, high);
    this.#low.set(row, low);
    if (this.#size > this.#slots.length * 0.75) this.#grow();
    else this.#enter(row, low);
    return row;
  }

  #probe(high: number, low: number): number | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0) return undefined;
      if (this.#low.get(row) === low && this.#high.get(row) === high) return row;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let row = 0; row < this.#size; row++) this.#enter(row, this.#low.get(row));
  }

  #enter(row: number, low: number): void {
    const mask = this.#slots.length - 1;
    let slot = low & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
  }
}
