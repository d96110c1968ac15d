import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { TemporaryFile } from './temporary-file.ts';

const batch = 64 * 1024;
const lineFeed = 0x0a;
/** UTF-8 takes no more for a unit of a text. */
const mostBytesOfUnit = 3;

/** Appends lines to a private file, in large writes. */
export class LineWriter {
  readonly #file: TemporaryFile;
  #pending = Buffer.allocUnsafe(2 * batch);
  #filled = 0;
  #length = 0;

  private constructor(file: TemporaryFile) {
    this.#file = file;
  }

  static async create(path: string): Promise<LineWriter> {
    return new LineWriter(await TemporaryFile.create(path));
  }

  /** Bytes of all lines so far. */
  get length(): number {
    return this.#length;
  }

  /** Keeps the line in memory until {@link drain} or {@link close}. Gives the byte at which it begins. */
  add(line: string): number {
    const start = this.#length;
    this.#makeRoom(line.length * mostBytesOfUnit + 1);
    const bytes = this.#pending.write(line, this.#filled) + 1;
    this.#pending[this.#filled + bytes - 1] = lineFeed;
    this.#filled += bytes;
    this.#length += bytes;
    return start;
  }

  /** Writes what has come together, when it is worth it. */
  async drain(least = batch): Promise<void> {
    if (this.#filled < least) return;
    const bytes = this.#pending.subarray(0, this.#filled);
    this.#pending = Buffer.allocUnsafe(2 * batch);
    this.#filled = 0;
    await this.#file.append(bytes);
  }

  async close(): Promise<void> {
    try {
      await this.drain(1);
    } finally {
      await this.#file.close();
    }
  }

  #makeRoom(bytes: number): void {
    if (this.#filled + bytes <= this.#pending.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#pending.length, this.#filled + bytes));
    this.#pending.copy(larger, 0, 0, this.#filled);
    this.#pending = larger;
  }
}

/** The lines of a file that {@link LineWriter} wrote, some dozens at a time. */
export async function* readLines(path: string): AsyncGenerator<string[]> {
  let rest = '';
  const chunks = createReadStream(path, { encoding: 'utf8' });
  for await (const chunk of chunks as AsyncIterable<string>) {
    // an encoding is set
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}

/** Bytes that are read at once where one line follows another, and where it does not. */
const [window, peek] = [256 * 1024, 4 * 1024];

/** Reads lines of a file, those that stand together in one go, whichever way they are read. */
export class LineReader {
  readonly #handle: FileHandle;
  #bytes = Buffer.alloc(0);
  #start = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** What is read already from one place up to another; undefined where {@link read} is needed. Kept until then only. */
  at(start: number, end: number): Buffer | undefined {
    const from = start - this.#start;
    if (from < 0 || end - this.#start > this.#bytes.length) return undefined;
    return this.#bytes.subarray(from, end - this.#start);
  }

  async read(start: number, end: number): Promise<Buffer> {
    const ahead = start - (this.#start + this.#bytes.length);
    const before = this.#start - end;
    const isNear = (ahead >= 0 && ahead < window) || (before >= 0 && before < window);
    const length = Math.max(end - start, isNear ? window : peek);
    const from = isNear && before >= 0 ? Math.max(0, end - length) : start;
    const { buffer, bytesRead } = await this.#handle.read(
      Buffer.allocUnsafe(length),
      0,
      length,
      from,
    );
    this.#bytes = buffer.subarray(0, bytesRead);
    this.#start = from;
    return this.#bytes.subarray(start - from, end - from);
  }
}
