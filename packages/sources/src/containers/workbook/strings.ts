import { closeSync, openSync, readSync } from 'node:fs';
import { GrowingOffsets } from '../../spool/growing.ts';
import { TemporaryFile } from '../../spool/temporary-file.ts';

const pageSize = 256 * 1024;
/** 16 MB. */
const mostPages = 64;

/** Texts by their number, kept in a file however many there are. */
export class Strings {
  readonly #path: string;
  readonly #file: TemporaryFile;
  readonly #ends = new GrowingOffsets();
  readonly #pages = new Map<number, Buffer>();
  #pending: string[] = [];
  #pendingSize = 0;
  #size = 0;
  #handle: number | undefined;

  private constructor(path: string, file: TemporaryFile) {
    this.#path = path;
    this.#file = file;
  }

  static async create(path: string): Promise<Strings> {
    return new Strings(path, await TemporaryFile.create(path));
  }

  add(text: string): void {
    this.#pending.push(text);
    this.#pendingSize += text.length;
    this.#size += Buffer.byteLength(text);
    this.#ends.push(this.#size);
  }

  /** To be awaited now and then: writes what has come together. */
  async drain(least = pageSize): Promise<void> {
    if (this.#pendingSize < least) return;
    const text = this.#pending.join('');
    [this.#pending, this.#pendingSize] = [[], 0];
    await this.#file.append(text);
  }

  /** Everything was added. */
  async finish(): Promise<void> {
    await this.drain(1);
    await this.#file.close();
    this.#handle = openSync(this.#path, 'r');
  }

  /** Undefined where there is no such text. */
  get(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.#ends.length) return undefined;
    const start = index === 0 ? 0 : this.#ends.get(index - 1);
    const end = this.#ends.get(index);
    if (start === end) return '';
    const page = Math.floor(start / pageSize);
    const from = page * pageSize;
    if (end > from + pageSize) return this.#read(start, end - start).toString();
    return this.#page(page).toString('utf8', start - from, end - from);
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  /** The pages asked for last are kept. */
  #page(number: number): Buffer {
    const known = this.#pages.get(number);
    const page = known ?? this.#read(number * pageSize, pageSize);
    if (known !== undefined) this.#pages.delete(number);
    this.#pages.set(number, page);
    const [oldest = -1] = this.#pages.keys();
    if (this.#pages.size > mostPages) this.#pages.delete(oldest);
    return page;
  }

  #read(start: number, length: number): Buffer {
    const buffer = Buffer.alloc(length);
    // A file that was just written: waiting for a thread would take ten times as long.
    readSync(this.#handle ?? -1, buffer, 0, length, start);
    return buffer;
  }
}
