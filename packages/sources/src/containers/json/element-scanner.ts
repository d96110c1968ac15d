import type { Envelopes } from './envelopes.ts';
import { JsonSyntaxError } from './json-error.ts';
import { Outline, type Purpose } from './outline.ts';
import { isSpace, ValueEnd } from './value-end.ts';

/** One element of a wanted list, as it is written. */
export interface ScannedElement {
  /** Undefined where it is larger than the limit. */
  readonly text: Buffer | undefined;
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  /** Bytes, from and up to. */
  readonly start: number;
  readonly end: number;
}

/** A value whose end is not in sight yet. */
interface OpenValue {
  readonly purpose: Purpose;
  readonly end: ValueEnd;
  readonly line: number;
  readonly start: number;
  /** Its text so far; empty where it is larger than the limit. */
  readonly text: Buffer[];
  size: number;
}

const newline = 0x0a;

/**
 * Goes through a JSON text byte by byte and cuts out each element of a wanted list, so that memory holds one element at
 * most. What is inside of an element is left to whoever parses it.
 */
export class ElementScanner {
  /** Physical line of the text being read. */
  line = 1;
  readonly outline: Outline;
  readonly #limit: number;
  readonly #origin: number;
  /** Bytes that were read. */
  read = 0;
  #open: OpenValue | undefined;
  #elements: ScannedElement[] = [];

  /**
   * @param origin Bytes before the text.
   * @param limit Bytes that an element may have.
   */
  constructor(envelopes: Envelopes, origin: number, limit: number) {
    this.outline = new Outline(envelopes);
    this.#origin = origin;
    this.#limit = limit;
  }

  /** @throws {JsonSyntaxError} */
  write(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      at =
        this.#open === undefined ? this.#between(chunk, at) : this.#inside(this.#open, chunk, at);
    }
    this.read += chunk.length;
  }

  /**
   * The text is over.
   *
   * @throws {JsonSyntaxError} It ends in the middle of something.
   */
  end(): void {
    if (this.#open !== undefined || !this.outline.isOver) {
      throw new JsonSyntaxError(this.#open?.line ?? this.line);
    }
  }

  /** Whether an element is open that is larger than the limit. */
  get isTooLarge(): boolean {
    return this.#open?.purpose === 'element' && this.#open.size > this.#limit;
  }

  /** The elements since the last call. */
  take(): ScannedElement[] {
    const elements = this.#elements;
    this.#elements = [];
    return elements;
  }

  /** One byte between values, or the beginning of a value. */
  #between(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0;
    if (byte === newline) {
      this.line += 1;
      this.outline.breakLine(this.line);
    }
    if (isSpace(byte)) return at + 1;
    const purpose = this.outline.see(String.fromCharCode(byte), this.line);
    if (purpose === undefined) return at + 1;
    const place = { line: this.line, start: this.#origin + this.read + at };
    this.#open = { purpose, ...place, end: new ValueEnd(), text: [], size: 0 };
    return at;
  }

  #inside(open: OpenValue, chunk: Buffer, from: number): number {
    const end = open.end.in(chunk, from);
    const part = chunk.subarray(from, end ?? chunk.length);
    open.size += part.length;
    if (open.size <= this.#limit) open.text.push(part);
    else open.text.length = 0;
    for (let at = part.indexOf(newline); at >= 0; at = part.indexOf(newline, at + 1))
      this.line += 1;
    if (end === undefined) return chunk.length;
    this.#open = undefined;
    this.#finish(open);
    return end;
  }

  #finish({ purpose, line, start, text: parts, size }: OpenValue): void {
    const text = size > this.#limit ? undefined : Buffer.concat(parts);
    if (purpose === 'element') this.#elements.push({ text, line, start, end: start + size });
    else this.outline.value(text, this.line);
  }
}
