import { hash64 } from 'sequenzy-contract';
import { GrowingNumbers } from './growing.ts';

const fewest = 1024;
/** The share of the slots that is taken when there have to be twice as many. */
const fullest = 0.75;

/**
 * Numbers texts in the order in which they first come, and keeps none: a million take about 16 MB, however much is known
 * by their numbers. Two of a million share a hash, and so a number, with a chance of 1 in 37 million.
 */
export class Keys {
  readonly #low = new GrowingNumbers(Uint32Array);
  readonly #high = new GrowingNumbers(Uint32Array);
  /** A number plus one; zero is a free slot. The length is a power of two. */
  #slots = new Uint32Array(fewest);

  /** The text that was added last: a record asks several times. */
  #lastKey: string | undefined;
  #lastNumber = 0;

  /** Its number; undefined where it never came. */
  find(key: string): number | undefined {
    const { low, high } = hash64(key);
    const found = this.#slots[this.#slot(low, high)] ?? 0;
    return found === 0 ? undefined : found - 1;
  }

  /** Its number, the next one where it never came. */
  add(key: string): number {
    if (key !== this.#lastKey) {
      this.#lastNumber = this.#add(key);
      this.#lastKey = key;
    }
    return this.#lastNumber;
  }

  #add(key: string): number {
    const { low, high } = hash64(key);
    const slot = this.#slot(low, high);
    const found = this.#slots[slot] ?? 0;
    if (found !== 0) return found - 1;
    const number = this.#low.push(low);
    this.#high.push(high);
    this.#slots[slot] = number + 1;
    if (this.#low.length > this.#slots.length * fullest) this.#grow();
    return number;
  }

  /** Where a key stands, or the free slot where it would. */
  #slot(low: number, high: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0 || (this.#low.get(number) === low && this.#high.get(number) === high)) {
        return slot;
      }
    }
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#low.length; number += 1) {
      let slot = this.#low.get(number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
