type Numbers = Uint8Array | Uint32Array | Float64Array;

/** Rows are kept in blocks of this many, so that growing never copies them. */
const blockBits = 14;
const blockSize = 1 << blockBits;

/** One number a row, for any number of rows; 0 where nothing was set. Blocks of nothing but 0 take no memory. */
export class Column {
  readonly #make: () => Numbers;
  readonly #blocks: (Numbers | undefined)[] = [];

  constructor(Kind: new (length: number) => Numbers) {
    this.#make = () => new Kind(blockSize);
  }

  get(row: number): number {
    return this.#blocks[row >>> blockBits]?.[row & (blockSize - 1)] ?? 0;
  }

  set(row: number, value: number): void {
    const index = row >>> blockBits;
    if (value === 0 && this.#blocks[index] === undefined) return;
    const block = (this.#blocks[index] ??= this.#make());
    block[row & (blockSize - 1)] = value;
  }

  add(row: number, value: number): void {
    this.set(row, this.get(row) + value);
  }
}
