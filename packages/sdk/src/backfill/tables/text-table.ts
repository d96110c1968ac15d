import { Column } from './column.ts';

/** Texts are kept in blocks of so many bytes, so that growing never copies them. */
const blockBits = 20;
const blockSize = 1 << blockBits;

/** As many as 32 bits can number. */
const mostBlocks = 2 ** (32 - blockBits);

/** Ends a text: a byte that UTF-8 never has. */
const end = 0xff;

/**
 * One text a row, as bytes and not as strings: a million strings make the collector let several times their size come
 * together before it runs. A text takes its bytes and 5 more; 4 GB is the most. What was replaced is cleared away when
 * it is more than half of everything.
 */
export class TextTable {
  /** Block and place in it, + 1; 0 says that there is no text. */
  readonly #start = new Column(Uint32Array);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #blocks: Uint8Array[] = [];
  /** Of the last block. */
  #used = 0;
  #rows = 0;
  #kept = 0;
  #replaced = 0;

  get(row: number): string | undefined {
    const bytes = this.#bytesOf(row, this.#blocks);
    return bytes === undefined ? undefined : this.#decoder.decode(bytes);
  }

  set(row: number, text: string): void {
    const before = this.#bytesOf(row, this.#blocks)?.length ?? 0;
    const room = this.#roomFor(text.length * 3); // UTF-8 takes no more of a UTF-16 unit
    const { written } = this.#encoder.encodeInto(text, room);
    this.#note(row, room, written);
    this.#rows = Math.max(this.#rows, row + 1);
    this.#kept += written - before;
    this.#replaced += before;
    if (this.#replaced > this.#kept + blockSize) this.#clearAway();
  }

  #bytesOf(row: number, blocks: readonly Uint8Array[]): Uint8Array | undefined {
    const place = this.#start.get(row) - 1;
    if (place < 0) return undefined;
    const block = blocks[place >>> blockBits];
    const start = place & (blockSize - 1);
    return block?.subarray(start, block.indexOf(end, start));
  }

  /** For a text of so many bytes, and its end. */
  #roomFor(bytes: number): Uint8Array {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.length - this.#used > bytes && this.#used < blockSize) {
      return last.subarray(this.#used);
    }
    if (this.#blocks.length === mostBlocks) throw new RangeError('More than 4 GB of texts');
    const block = new Uint8Array(Math.max(blockSize, bytes + 1));
    this.#blocks.push(block);
    this.#used = 0;
    return block;
  }

  #note(row: number, room: Uint8Array, length: number): void {
    room[length] = end;
    this.#start.set(row, (this.#blocks.length - 1) * blockSize + this.#used + 1);
    this.#used += length + 1;
  }

  #clearAway(): void {
    const old = this.#blocks;
    this.#blocks = [];
    for (let row = 0; row < this.#rows; row++) {
      const bytes = this.#bytesOf(row, old);
      if (bytes === undefined) continue;
      const room = this.#roomFor(bytes.length);
      room.set(bytes);
      this.#note(row, room, bytes.length);
    }
    this.#replaced = 0;
  }
}
