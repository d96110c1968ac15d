import { hash64, type Hash64 } from './hash64.ts';

const first = 1024;

/**
 * Which keys were seen, in 8 bytes each: 53 bits of a hash. Two keys that share one would keep a product from being
 * deleted, never the other way round.
 */
export class KeySet {
  #hashes = new Float64Array(first);
  #size = 0;
  #sorted = true;

  add(key: string): void {
    this.addHash(hash64(key));
  }

  /** @param hash {@link hash64} of the key. */
  addHash(hash: Hash64): void {
    if (this.#size === this.#hashes.length) {
      const grown = new Float64Array(this.#size * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes[this.#size++] = shortened(hash);
    this.#sorted = false;
  }

  has(key: string): boolean {
    const hashes = this.#inOrder();
    const wanted = shortened(hash64(key));
    let low = 0;
    let high = hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return hashes[low] === wanted;
  }

  #inOrder(): Float64Array {
    const hashes = this.#hashes.subarray(0, this.#size);
    if (!this.#sorted) hashes.sort();
    this.#sorted = true;
    return hashes;
  }
}

/** The upper 53 bits, as a whole number that a double holds exactly. */
function shortened({ high, low }: Hash64): number {
  return high * 0x200000 + (low >>> 11);
}
