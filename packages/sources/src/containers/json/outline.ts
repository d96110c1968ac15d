import type { Envelopes } from './envelopes.ts';
import { JsonSyntaxError } from './json-error.ts';
import { lineOfError } from './line-of-error.ts';

/** The use of a value that begins: an element of a wanted list, its key in an object of elements, or neither. */
export type Purpose = 'element' | 'key' | 'beside';

interface OpenList {
  readonly closer: string;
  readonly isKeyed: boolean;
  /** What may follow, by its first character. */
  next: 'first' | 'key' | 'colon' | 'value' | 'separator';
}

/** A larger value beside a list is not kept. Bytes. */
const largestBeside = 64 * 1024;

/** So much of what stands around the lists is kept. Characters. */
const mostKept = 16 * 1024 * 1024;

/** What stands around the wanted lists of a JSON text: a small JSON text of its own, with the lists empty. */
export class Outline {
  /** Whether there is a wanted list. */
  sawList = false;
  /** Whether the outermost value is complete. */
  isOver = false;
  readonly #envelopes: Envelopes;
  /** The keys under which the open brackets stand; that of the outermost is empty. */
  readonly #keys: string[] = [];
  #list: OpenList | undefined;
  #key = '';
  #kept: string | undefined = '';
  /** Physical line of each line that is kept. */
  readonly #lines: number[];

  /** @param line That on which it begins. */
  constructor(envelopes: Envelopes, line: number) {
    this.#envelopes = envelopes;
    this.#lines = [line];
  }

  /** Whether its first bracket was seen. */
  get isBegun(): boolean {
    return this.#keys.length > 0;
  }

  /** A line ends between two values. */
  breakLine(line: number): void {
    if (this.#list !== undefined) return;
    this.#keep('\n');
    this.#lines.push(line);
  }

  /**
   * The next character between values. Gives the purpose of the value that it begins, if it begins one.
   *
   * @throws {JsonSyntaxError}
   */
  see(character: string, line: number): Purpose | undefined {
    if (this.#list !== undefined) return this.#seeInList(this.#list, character, line);
    if (character === '{' || character === '[') return this.#open(character);
    if (!this.isBegun) throw new JsonSyntaxError(line);
    if (character === '}' || character === ']') this.#close(character);
    else if (character === ':' || character === ',') this.#keep(character);
    else return 'beside';
    return undefined;
  }

  /** A value that is not an element is complete. @param text Undefined where it is too large to be kept. */
  value(text: Buffer | undefined, line: number): void {
    if (this.#list !== undefined) return;
    const isKept = text !== undefined && text.length <= largestBeside;
    const written = isKept ? text.toString() : '""';
    if (written.startsWith('"')) this.#key = written;
    this.#keep(written);
    if (!isKept) this.breakLine(line);
  }

  /**
   * What it is, with its lists empty; undefined where it is too large to be kept.
   *
   * @throws {JsonSyntaxError} It is not JSON.
   */
  parsed(): unknown {
    if (this.#kept === undefined) return undefined;
    try {
      return JSON.parse(this.#kept);
    } catch {
      throw new JsonSyntaxError(this.#lines[lineOfError(this.#kept)] ?? 1);
    }
  }

  #open(bracket: '{' | '['): Purpose | undefined {
    const path = [...this.#keys.slice(1), this.#name()].join('.');
    const { lists, keyed } = this.#envelopes;
    const isOutermost = this.#keys.length === 0;
    const isArray = bracket === '[';
    const isList = isArray
      ? isOutermost || lists.includes(path)
      : !isOutermost && keyed.includes(path);
    const leadsToList = !isArray && [...lists, ...keyed].some((one) => one.startsWith(`${path}.`));
    if (!isList && !isOutermost && !leadsToList) return 'beside';
    this.#keep(bracket);
    this.#keys.push(isOutermost ? '' : this.#name());
    if (!isList) return undefined;
    this.sawList = true;
    this.#list = { closer: isArray ? ']' : '}', isKeyed: !isArray, next: 'first' };
    return undefined;
  }

  #close(bracket: string): void {
    this.#keep(bracket);
    this.#keys.pop();
    this.isOver = this.#keys.length === 0;
  }

  #seeInList(list: OpenList, character: string, line: number): Purpose | undefined {
    const { next, isKeyed, closer } = list;
    if (character === closer && (next === 'first' || next === 'separator')) {
      this.#list = undefined;
      this.#close(closer);
      this.breakLine(line);
      return undefined;
    }
    if (next === 'separator' || next === 'colon') {
      if (character !== (next === 'colon' ? ':' : ',')) throw new JsonSyntaxError(line);
      list.next = next === 'separator' && isKeyed ? 'key' : 'value';
      return undefined;
    }
    if (',:]}'.includes(character)) throw new JsonSyntaxError(line);
    const isKey = isKeyed && next !== 'value';
    if (isKey && character !== '"') throw new JsonSyntaxError(line);
    list.next = isKey ? 'colon' : 'separator';
    return isKey ? 'key' : 'element';
  }

  /** The key under which the next value stands. */
  #name(): string {
    try {
      return String(JSON.parse(this.#key || '""'));
    } catch {
      return '';
    }
  }

  #keep(text: string): void {
    if (this.#kept !== undefined) this.#kept += text;
    if (this.#kept !== undefined && this.#kept.length > mostKept) this.#kept = undefined;
  }
}
