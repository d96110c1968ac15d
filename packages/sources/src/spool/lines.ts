import { createReadStream } from 'node:fs';
import { TemporaryFile } from './temporary-file.ts';

const batch = 64 * 1024;

/** Appends lines to a private file, in large writes. */
export class LineWriter {
  readonly #file: TemporaryFile;
  #pending = '';
  #length = 0;

  private constructor(file: TemporaryFile) {
    this.#file = file;
  }

  static async create(path: string): Promise<LineWriter> {
    return new LineWriter(await TemporaryFile.create(path));
  }

  /** Keeps the line in memory until {@link drain} or {@link close}. Gives the byte at which it begins. */
  add(line: string): number {
    const start = this.#length;
    this.#pending += `${line}\n`;
    this.#length += Buffer.byteLength(line) + 1;
    return start;
  }

  /** Writes what has come together, when it is worth it. */
  async drain(least = batch): Promise<void> {
    if (this.#pending.length < least) return;
    const text = this.#pending;
    this.#pending = '';
    await this.#file.append(text);
  }

  async close(): Promise<void> {
    try {
      await this.drain(1);
    } finally {
      await this.#file.close();
    }
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
