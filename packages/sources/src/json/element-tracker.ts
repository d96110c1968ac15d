import { TokenType } from '@streamparser/json';
import type { JsonDocument } from './document.ts';

interface Token {
  readonly token: TokenType;
  readonly value: unknown;
  readonly offset: number;
}

/** Follows the tokens of a JSON text and notes where each element of the wanted array begins and ends. */
export class ElementTracker {
  /** Physical line of the text being read; the reader moves it on. */
  line = 1;
  /** Whether one of the envelopes is a top-level key with an array. */
  sawList = false;
  readonly #elementDepth: number;
  readonly #origin: number;
  readonly #envelopes: ReadonlySet<unknown>;
  /** Whether the text is inside the array whose elements are wanted. */
  #inList: boolean;
  #depth = 0;
  #begin: { readonly line: number; readonly start: number } | undefined;
  #value: { readonly value: unknown } | undefined;
  #key: unknown;
  #elements: JsonDocument[] = [];

  /** @param elementDepth How many brackets are open around an element. */
  constructor(elementDepth: number, origin: number, envelopes: readonly string[]) {
    this.#elementDepth = elementDepth;
    this.#origin = origin;
    this.#envelopes = new Set(envelopes);
    this.#inList = elementDepth === 1;
  }

  /** To be called with every token, before the parser gets it. */
  see({ token, value, offset }: Token): void {
    const opens = token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET;
    const closes = token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET;
    if (closes) this.#depth -= 1;
    const ends = closes
      ? this.#depth === this.#elementDepth - 1
      : token === TokenType.COMMA && this.#depth === this.#elementDepth;
    if (ends) this.#finish(this.#origin + offset);
    else if (this.#depth === this.#elementDepth && this.#begin === undefined) {
      this.#begin = { line: this.line, start: this.#origin + offset };
    }
    if (closes && this.#depth === 1) this.#inList = this.#elementDepth === 1;
    if (this.#depth === 1) this.#watchKey(token, value);
    if (opens) this.#depth += 1;
  }

  /** The parser has put an element together. */
  complete(value: unknown): void {
    this.#value = { value };
  }

  /** The elements that have come together since the last call. */
  take(): JsonDocument[] {
    const elements = this.#elements;
    this.#elements = [];
    return elements;
  }

  #finish(end: number): void {
    if (this.#inList && this.#value !== undefined && this.#begin !== undefined) {
      this.#elements.push({ ...this.#value, ...this.#begin, end });
    }
    this.#value = undefined;
    this.#begin = undefined;
  }

  #watchKey(token: TokenType, value: unknown): void {
    if (token === TokenType.STRING) this.#key = value;
    if (token !== TokenType.LEFT_BRACKET || !this.#envelopes.has(this.#key)) return;
    this.sawList = true;
    this.#inList = true;
  }
}
