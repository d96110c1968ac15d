import type { Envelopes } from './envelopes.ts';
import { JsonSyntaxError } from './json-error.ts';
import { Outline, type Purpose } from './outline.ts';
import { isSpace, ValueEnd } from './value-end.ts';

/** Where a value stands: the physical line on which it begins, from 1, and its bytes, from and up to. */
export interface ScannedPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export type Scanned =
  /** One element of a wanted list, as it is written; without its text where it is larger than the limit. */
  | (ScannedPlace & { readonly kind: 'element'; readonly text: Buffer | undefined })
  /** What stands around the wanted lists, which are empty in it. It follows their elements. */
  | (ScannedPlace & { readonly kind: 'envelope'; readonly value: unknown })
  /** An outermost value without a wanted list. */
  | (ScannedPlace & { readonly kind: 'whole' });

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
 * Goes through JSON texts, one behind the other, byte by byte and cuts out each element of a wanted list, so that memory
 * holds one element at most. What is inside of an element is left to whoever parses it.
 */
export class ElementScanner {
  /** Physical line of the text being read. */
  line = 1;
  #outline: Outline;
  /** Where the outermost value begins. */
  #begin = { line: 1, start: 0 };
  readonly #envelopes: Envelopes;
  readonly #limit: number;
  readonly #origin: number;
  /** Bytes that were read. */
  #read = 0;
  #open: OpenValue | undefined;
  #found: Scanned[] = [];

  /**
   * @param origin Bytes before the text.
   * @param limit Bytes that an element may have.
   */
  constructor(envelopes: Envelopes, origin: number, limit: number) {
    this.#envelopes = envelopes;
    this.#outline = new Outline(envelopes, 1);
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
    this.#read += chunk.length;
  }

  /**
   * The text is over.
   *
   * @throws {JsonSyntaxError} It ends in the middle of something.
   */
  end(): void {
    if (this.#open !== undefined || !this.#outline.isOver) {
      throw new JsonSyntaxError(this.#open?.line ?? this.line, true);
    }
  }

  /** Whether an element is open that is larger than the limit. */
  get isTooLarge(): boolean {
    return this.#open?.purpose === 'element' && this.#open.size > this.#limit;
  }

  /** What was found since the last call. */
  take(): Scanned[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** One byte between values, or the beginning of a value. */
  #between(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0;
    if (byte === newline) {
      this.line += 1;
      this.#outline.breakLine(this.line);
    }
    if (isSpace(byte)) return at + 1;
    const place = { line: this.line, start: this.#origin + this.#read + at };
    if (this.#outline.isOver) this.#outline = new Outline(this.#envelopes, this.line);
    if (!this.#outline.isBegun) this.#begin = place;
    const purpose = this.#outline.see(String.fromCharCode(byte), this.line);
    if (purpose === undefined) {
      if (this.#outline.isOver) this.#finishOutline(place.start + 1);
      return at + 1;
    }
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
    const place = { line, start, end: start + size };
    if (purpose === 'element') this.#found.push({ kind: 'element', text, ...place });
    else this.#outline.value(text, this.line);
  }

  #finishOutline(end: number): void {
    const place = { ...this.#begin, end };
    const value = this.#outline.parsed();
    const hasList = this.#outline.sawList;
    this.#found.push(hasList ? { kind: 'envelope', value, ...place } : { kind: 'whole', ...place });
  }
}
