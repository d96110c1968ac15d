import { GrowingNumbers } from './growing.ts';
import { Keys } from './keys.ts';

/** Text -> number, 4 bytes a text besides what {@link Keys} take, which several can share. Nothing is ever removed. */
export class KeyIndex {
  readonly #keys: Keys;
  /** A number plus one; zero is none. */
  readonly #numbers = new GrowingNumbers(Uint32Array);
  #size = 0;

  constructor(keys = new Keys()) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): number | undefined {
    const place = this.#keys.find(key);
    const found = place === undefined ? 0 : this.#numbers.get(place);
    return found === 0 ? undefined : found - 1;
  }

  /** Gives back what stood there before. */
  set(key: string, number: number): number | undefined {
    const place = this.#keys.add(key);
    const before = this.#numbers.get(place);
    this.#numbers.put(place, number + 1);
    if (before !== 0) return before - 1;
    this.#size += 1;
    return undefined;
  }
}
