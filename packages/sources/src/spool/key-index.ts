import { hash64 } from 'sequenzy-contract';

const smallest = 1024;

/**
 * Text -> number, 12 bytes a slot and no text kept: a million keys take about 25 MB. Keys are never removed.
 * Among a million, two share a hash with a chance of 1 in 37 million.
 */
export class KeyIndex {
  #low = new Uint32Array(smallest);
  #high = new Uint32Array(smallest);
  /** The number plus one; zero is a free slot. */
  #values = new Uint32Array(smallest);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): number | undefined {
    const { low, high } = hash64(key);
    const value = this.#values[this.#slot(low, high)] ?? 0;
    return value === 0 ? undefined : value - 1;
  }

  /** Gives back what stood there before. */
  set(key: string, number: number): number | undefined {
    if (this.#size * 3 > this.#values.length * 2) this.#grow();
    const { low, high } = hash64(key);
    const slot = this.#slot(low, high);
    const before = this.#values[slot] ?? 0;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#values[slot] = number + 1;
    if (before !== 0) return before - 1;
    this.#size += 1;
    return undefined;
  }

  /** Where a key stands, or the free slot where it would. */
  #slot(low: number, high: number): number {
    const mask = this.#values.length - 1;
    let slot = low & mask;
    while (this.#values[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [low, high, values] = [this.#low, this.#high, this.#values];
    this.#low = new Uint32Array(values.length * 2);
    this.#high = new Uint32Array(values.length * 2);
    this.#values = new Uint32Array(values.length * 2);
    for (const [at, value] of values.entries()) {
      if (value === 0) continue;
      const slot = this.#slot(low[at] ?? 0, high[at] ?? 0);
      this.#low[slot] = low[at] ?? 0;
      this.#high[slot] = high[at] ?? 0;
      this.#values[slot] = value;
    }
  }
}
