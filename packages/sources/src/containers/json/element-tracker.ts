import { TokenType } from '@streamparser/json';
import type { JsonDocument } from './document.ts';
import type { Envelopes } from './envelopes.ts';

interface Token {
  readonly token: TokenType;
  readonly value: unknown;
  readonly offset: number;
}

/** Told of a text, number, boolean or null that stands beside a list, with the keys that lead to it: `message.page`. */
export type MemberListener = (path: string, value: unknown) => void;

/** Follows the tokens of a JSON text and notes where each element of a wanted list begins and ends. */
export class ElementTracker {
  /** Physical line of the text being read; the reader moves it on. */
  line = 1;
  /** Whether there is a wanted list. */
  sawList = false;
  readonly #envelopes: Envelopes;
  readonly #origin: number;
  /** The keys under which the open brackets stand; that of the outermost is empty. */
  readonly #path: string[] = [];
  /** How many brackets are open around an element; zero outside of a wanted list. */
  #listDepth = 0;
  #begin: { readonly line: number; readonly start: number } | undefined;
  #value: { readonly value: unknown } | undefined;
  #key = '';
  /** Whether a colon was seen last. */
  #isMember = false;
  readonly #onMember: MemberListener | undefined;
  #elements: JsonDocument[] = [];

  /** @param origin Bytes before the text. */
  constructor(envelopes: Envelopes, origin: number, onMember?: MemberListener) {
    this.#envelopes = envelopes;
    this.#origin = origin;
    this.#onMember = onMember;
  }

  /** To be called with every token, before the parser gets it. */
  see({ token, value, offset }: Token): void {
    const at = this.#origin + offset;
    const opens = token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET;
    const closes = token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET;
    if (closes) this.#path.pop();
    if (this.#listDepth > 0) this.#follow(token, closes, at);
    else this.#seeMember(token, value, opens);
    if (token === TokenType.STRING) this.#key = String(value);
    if (!opens) return;
    const key = this.#path.length === 0 ? '' : this.#key;
    this.#path.push(key);
    // What stands in an array stands under no key.
    this.#key = '';
    if (this.#listDepth > 0 || !this.#isList(token)) return;
    this.#listDepth = this.#path.length;
    this.sawList = true;
  }

  /** The parser has put an element together. */
  complete(value: unknown): void {
    this.#value = { value };
  }

  /** The line of an element that is larger than that, also where its end is not in sight yet. */
  largerThan(limit: number, read: number): number | undefined {
    const whole = this.#elements.find(({ start, end }) => end - start > limit);
    if (whole !== undefined) return whole.line;
    const isOpen = this.#begin !== undefined && this.#origin + read - this.#begin.start > limit;
    return isOpen ? this.#begin?.line : undefined;
  }

  /** The elements that have come together since the last call. */
  take(): JsonDocument[] {
    const elements = this.#elements;
    this.#elements = [];
    return elements;
  }

  #seeMember(token: TokenType, value: unknown, opens: boolean): void {
    if (this.#isMember && !opens) {
      this.#onMember?.([...this.#path.slice(1), this.#key].join('.'), value);
    }
    this.#isMember = token === TokenType.COLON;
  }

  #follow(token: TokenType, closes: boolean, at: number): void {
    const depth = this.#path.length;
    if (closes && depth < this.#listDepth) {
      this.#finish(at);
      this.#listDepth = 0;
    } else if (depth === this.#listDepth && !closes) {
      if (token === TokenType.COMMA) this.#finish(at);
      // What comes before a colon is the key of an element.
      else if (token === TokenType.COLON) this.#begin = undefined;
      else this.#begin ??= { line: this.line, start: at };
    }
  }

  #finish(end: number): void {
    if (this.#value !== undefined && this.#begin !== undefined) {
      this.#elements.push({ ...this.#value, ...this.#begin, end });
    }
    this.#value = undefined;
    this.#begin = undefined;
  }

  #isList(token: TokenType): boolean {
    const path = this.#path.slice(1).join('.');
    if (token === TokenType.LEFT_BRACKET)
      return path === '' || this.#envelopes.lists.includes(path);
    return path !== '' && this.#envelopes.keyed.includes(path);
  }
}
