type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const blockLength = 65_536;

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
    this.set(index, value);
    return index;
  }

  get(index: number): number {
    return this.#blocks[Math.floor(index / blockLength)]?.[index % blockLength] ?? 0;
  }

  /** Also beyond the end: what lies between is 0. */
  put(index: number, value: number): void {
    this.#length = Math.max(this.#length, index + 1);
    this.set(index, value);
  }

  set(index: number, value: number): void {
    const at = Math.floor(index / blockLength);
    if (index >= this.#length || (value === 0 && this.#blocks[at] === undefined)) return;
    const block = (this.#blocks[at] ??= new this.#block(blockLength));
    block[index % blockLength] = value;
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
