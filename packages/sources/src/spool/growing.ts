type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers of a block: 65,536. */
const blockBits = 16;
const blockLength = 1 << blockBits;
const inBlock = blockLength - 1;

/**
 * A list of numbers of one width that grows without being copied. Reading past its end gives 0. Blocks of nothing but 0
 * take no memory.
 */
export class GrowingNumbers {
  readonly #blocks: (Numbers | undefined)[] = [];
  readonly #block: new (length: number) => Numbers;
  #length = 0;

  constructor(block: new (length: number) => Numbers) {
    this.#block = block;
  }

  get length(): number {
    return this.#length;
  }

  /** Gives the index. */
  push(value: number): number {
    const index = this.#length;
    this.#length += 1;
    const at = index >>> blockBits;
    if (value === 0 && this.#blocks[at] === undefined) return index;
    const block = (this.#blocks[at] ??= new this.#block(blockLength));
    block[index & inBlock] = value;
    return index;
  }

  get(index: number): number {
    return this.#blocks[index >>> blockBits]?.[index & inBlock] ?? 0;
  }

  /** Also beyond the end: what lies between is 0. */
  put(index: number, value: number): void {
    this.#length = Math.max(this.#length, index + 1);
    this.set(index, value);
  }

  set(index: number, value: number): void {
    const at = index >>> blockBits;
    if (index >= this.#length || (value === 0 && this.#blocks[at] === undefined)) return;
    const block = (this.#blocks[at] ??= new this.#block(blockLength));
    block[index & inBlock] = value;
  }
}

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
