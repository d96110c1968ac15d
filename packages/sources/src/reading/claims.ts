import { KeyIndex } from '../spool/key-index.ts';

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
