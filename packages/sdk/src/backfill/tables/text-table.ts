import { Column } from './column.ts';

/** Texts are kept in blocks of this many bytes, so that growing never copies them. */
const blockSize = 1024 * 1024;

/**
 * One text a row, as bytes and not as strings: a million strings make the collector let several times their size come
 * together before it runs. What was replaced is cleared away when it is more than half of everything.
 */
export class TextTable {
  /** Which block, where in it, and how many bytes + 1; a length of 0 says that there is no text. */
  readonly #block = new Column(Uint32Array);
  readonly #start = new Column(Uint32Array);
  readonly #length = new Column(Uint32Array);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #blocks: Uint8Array[] = [];
  /** Of the last block. */
  #used = 0;
  #rows = 0;
  #kept = 0;
  #replaced = 0;

  get(row: number): string | undefined {
    const bytes = this.#bytesOf(row);
    return bytes === undefined ? undefined : this.#decoder.decode(bytes);
  }

  set(row: number, text: string): void {
    const before = this.#bytesOf(row)?.length ?? 0;
    const room = this.#roomFor(text.length * 3); // UTF-8 takes no more of a UTF-16 unit
    const { written } = this.#encoder.encodeInto(text, room);
    this.#note(row, written);
    this.#rows = Math.max(this.#rows, row + 1);
    this.#kept += written - before;
    this.#replaced += before;
    if (this.#replaced > this.#kept + blockSize) this.#clearAway();
  }

  #bytesOf(row: number): Uint8Array | undefined {
    const length = this.#length.get(row) - 1;
    const start = this.#start.get(row);
    return length < 0
      ? undefined
      : this.#blocks[this.#block.get(row)]?.subarray(start, start + length);
  }

  #roomFor(bytes: number): Uint8Array {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.length - this.#used >= bytes) return last.subarray(this.#used);
    const block = new Uint8Array(Math.max(blockSize, bytes));
    this.#blocks.push(block);
    this.#used = 0;
    return block;
  }

  #note(row: number, length: number): void {
    this.#block.set(row, this.#blocks.length - 1);
    this.#start.set(row, this.#used);
    this.#length.set(row, length + 1);
    this.#used += length;
  }

  #clearAway(): void {
    const old = this.#blocks;
    this.#blocks = [];
    for (let row = 0; row < this.#rows; row++) {
      const length = this.#length.get(row) - 1;
      if (length < 0) continue;
      const start = this.#start.get(row);
      const bytes = old[this.#block.get(row)]?.subarray(start, start + length);
      if (bytes === undefined) continue;
      this.#roomFor(length).set(bytes);
      this.#note(row, length);
    }
    this.#replaced = 0;
  }
}
