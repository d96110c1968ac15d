import type { Fragment, Fragments } from '../spool/fragments.ts';
import { KeyIndex } from '../spool/key-index.ts';
import { counted } from '../text/counted.ts';

/** One id in two records. */
interface Example {
  readonly id: string;
  readonly places: readonly [earlier: Fragment, later: Fragment];
}

/** Ids that several records have, so that the later one overwrites the earlier; 24 bytes an id at most. */
export class Overwritten {
  readonly #fragments: Fragments;
  readonly #ordinals = new KeyIndex();
  readonly #repeated = new KeyIndex();
  #example: Example | undefined;

  constructor(fragments: Fragments) {
    this.#fragments = fragments;
  }

  /** A record that is handed out, in input order. */
  add(id: string, ordinal: number, place: Fragment): void {
    const earlier = this.#ordinals.set(id, ordinal);
    // What is superseded is a piece of the same record.
    if (earlier === undefined || this.#fragments.isSuperseded(earlier)) return;
    this.#repeated.set(id, ordinal);
    const [first] = this.#fragments.chain(earlier);
    if (first !== undefined) this.#example ??= { id, places: [first, place] };
  }

  /** @param files The inputs' names. */
  warnings(name: string, files: readonly string[]): string[] {
    if (this.#example === undefined) return [];
    const { id, places } = this.#example;
    const { size } = this.#repeated;
    const stand = size === 1 ? 'stands' : 'stand';
    const example = `${size === 1 ? '' : 'the first is '}${id} (${placesOf(places, files)})`;
    return [
      `${counted(size, name)} ${stand} in more than one record, and the later record overwrites what both say: ${example}.`,
    ];
  }
}

function placesOf([earlier, later]: Example['places'], files: readonly string[]): string {
  const [first = '', second = ''] = [files[earlier.file], files[later.file]];
  const lines = [String(earlier.line), String(later.line)] as const;
  return earlier.file === later.file
    ? `${first} lines ${lines[0]} and ${lines[1]}`
    : `${first} line ${lines[0]} and ${second} line ${lines[1]}`;
}

const once = 0;
const often = 1;

/** Knows of any number of texts whether they came once or more often. */
export class Claims {
  readonly #seen = new KeyIndex();

  add(claim: string): void {
    if (this.#seen.set(claim, once) !== undefined) this.#seen.set(claim, often);
  }

  isUnique(claim: string): boolean {
    return this.#seen.get(claim) === once;
  }
}

/** Finds records that have the same key although nothing in the files puts them together. */
export class Versions {
  #firstOf = new KeyIndex();
  /** By the ordinal of the first with a key, all ordinals with it. */
  #repeated = new Map<number, number[]>();

  add(key: string, ordinal: number): void {
    const first = this.#firstOf.get(key);
    if (first === undefined) this.#firstOf.set(key, ordinal);
    else this.#repeated.set(first, [...(this.#repeated.get(first) ?? [first]), ordinal]);
  }

  /** Ordinals of records with one key, for each such key. They are let go of. */
  take(): readonly (readonly number[])[] {
    const repeated = [...this.#repeated.values()];
    this.#firstOf = new KeyIndex();
    this.#repeated = new Map();
    return repeated;
  }
}

/**
 * Knows whether a record says again what the last one with its id has said. Between two equal ones a third can stand that
 * differs: then the later one is needed. About 50 bytes a record.
 */
export class RepeatedRecords {
  #lastOfId = new KeyIndex();
  #lastOfText = new KeyIndex();

  /** @param ordinal Its number, where it is none. */
  has(id: string | undefined, text: () => string, ordinal: number): boolean {
    if (id === undefined) return false;
    const whole = text();
    const earlier = this.#lastOfId.get(id);
    if (earlier !== undefined && this.#lastOfText.get(whole) === earlier) return true;
    this.#lastOfId.set(id, ordinal);
    this.#lastOfText.set(whole, ordinal);
    return false;
  }

  forget(): void {
    this.#lastOfId = new KeyIndex();
    this.#lastOfText = new KeyIndex();
  }
}
