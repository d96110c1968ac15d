import type { Hash64 } from 'sequenzy-contract';
import type { Fragment, Fragments } from '../spool/fragments.ts';
import { GrowingNumbers } from '../spool/growing.ts';
import { KeyIndex } from '../spool/key-index.ts';
import type { Keys } from '../spool/keys.ts';
import { counted } from '../text/counted.ts';

/** One id in two records. */
interface Example {
  readonly id: string;
  readonly places: readonly [earlier: Fragment, later: Fragment];
}

/** Ids that several records have, so that the later one overwrites the earlier; 8 bytes an id at most besides the keys. */
export class Overwritten {
  readonly #fragments: Fragments;
  readonly #ordinals: KeyIndex;
  readonly #repeated: KeyIndex;
  #example: Example | undefined;

  constructor(fragments: Fragments, keys: Keys) {
    this.#fragments = fragments;
    this.#ordinals = new KeyIndex(keys);
    this.#repeated = new KeyIndex(keys);
  }

  /** A record that is handed out, in input order. Gives the ordinal of the one before with this id. */
  add(id: string, ordinal: number, place: Fragment): number | undefined {
    const earlier = this.#ordinals.set(id, ordinal);
    // What is superseded is a piece of the same record.
    if (earlier === undefined || this.#fragments.isSuperseded(earlier)) return undefined;
    this.#repeated.set(id, ordinal);
    const [first] = this.#fragments.chain(earlier);
    if (first !== undefined) this.#example ??= { id, places: [first, place] };
    return earlier;
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

/** Knows of any number of texts whether they came once or more often, and with which record. */
export class Claims {
  /** Twice the ordinal of the record it came with last, and one more where it came before. */
  readonly #seen = new KeyIndex();

  /** Gives the ordinal of the record it came with before. */
  add(claim: string, ordinal: number): number | undefined {
    const earlier = this.#seen.set(claim, 2 * ordinal);
    if (earlier === undefined) return undefined;
    this.#seen.set(claim, 2 * ordinal + 1);
    return earlier >>> 1;
  }

  isUnique(claim: string): boolean {
    const found = this.#seen.get(claim);
    return found !== undefined && found % 2 === 0;
  }
}

/** Finds records that have the same key although nothing in the files puts them together. */
export class Versions {
  #firstOf: KeyIndex;
  /** By the ordinal of the first with a key, all ordinals with it. */
  #repeated = new Map<number, number[]>();

  constructor(keys: Keys) {
    this.#firstOf = new KeyIndex(keys);
  }

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
 * differs: then the later one is needed. 8 bytes a record besides the keys.
 */
export class RepeatedRecords {
  readonly #keys: Keys;
  /** By the number of an id, the hash of what the last record with it says; zero is none. */
  readonly #high = new GrowingNumbers(Uint32Array);
  readonly #low = new GrowingNumbers(Uint32Array);

  constructor(keys: Keys) {
    this.#keys = keys;
  }

  /** @param said Hash of what the record says. */
  has(id: string | undefined, said: () => Hash64): boolean {
    if (id === undefined) return false;
    const place = this.#keys.add(id);
    const { high, low } = said();
    const isSaid = this.#high.get(place) === high && this.#low.get(place) === low;
    if (isSaid && (high !== 0 || low !== 0)) return true;
    this.#high.put(place, high);
    this.#low.put(place, low);
    return false;
  }
}
