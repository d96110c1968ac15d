import { KeyIndex } from '../spool/key-index.ts';

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
