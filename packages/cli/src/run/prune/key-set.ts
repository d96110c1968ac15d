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
    if (this.#size === this.#hashes.length) {
      const grown = new Float64Array(this.#size * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes[this.#size++] = hashOf(key);
    this.#sorted = false;
  }

  has(key: string): boolean {
    const hashes = this.#inOrder();
    const wanted = hashOf(key);
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

/** Two lanes of multiply and rotate, put together into a whole number that a double holds exactly. */
function hashOf(text: string): number {
  let one = 0x9e3779b9;
  let two = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0xcc9e2d51);
    one = (one << 15) | (one >>> 17);
    two = Math.imul(two ^ unit, 0x1b873593);
    two = (two << 13) | (two >>> 19);
  }
  return mixed(one ^ text.length) * 0x200000 + (mixed(two ^ one) >>> 11);
}

function mixed(lane: number): number {
  let value = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
