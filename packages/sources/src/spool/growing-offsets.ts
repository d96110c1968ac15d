import { GrowingNumbers } from './growing-numbers.ts';

const half = 2 ** 32;

/** A list of places in files, in bytes: 4 bytes each, and 2 more where a file is larger than 4 GB. */
export class GrowingOffsets {
  readonly #low = new GrowingNumbers(Uint32Array);
  readonly #high = new GrowingNumbers(Uint16Array);

  get length(): number {
    return this.#low.length;
  }

  push(offset: number): void {
    this.#low.push(offset % half);
    this.#high.push(Math.floor(offset / half));
  }

  get(index: number): number {
    return this.#high.get(index) * half + this.#low.get(index);
  }
}
