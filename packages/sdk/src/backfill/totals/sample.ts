import { hash64 } from 'sequenzy-contract';

interface Drawn {
  readonly email: string;
  readonly rank: number;
}

/**
 * A fair sample of any number of addresses, in memory for the sample only: those whose hash is lowest. The same seed
 * draws the same addresses, whatever order they come in.
 */
export class Sample {
  readonly #size: number;
  readonly #seed: string;
  #drawn: Drawn[] = [];
  #worst = Infinity;

  constructor(size: number, seed: string) {
    this.#size = size;
    this.#seed = seed;
  }

  /** To be called once for each address. */
  offer(email: string): void {
    const { high, low } = hash64(`${this.#seed}\n${email}`);
    const rank = high * 2 ** 20 + (low >>> 12);
    if (rank >= this.#worst) return;
    this.#drawn.push({ email, rank });
    if (this.#drawn.length >= this.#size * 2) this.#settle();
  }

  /** At most so many, and no more than are kept. */
  take(count: number): string[] {
    this.#settle();
    return this.#drawn.slice(0, count).map(({ email }) => email);
  }

  #settle(): void {
    this.#drawn.sort((one, other) => one.rank - other.rank);
    this.#drawn = this.#drawn.slice(0, this.#size);
    if (this.#drawn.length === this.#size) this.#worst = this.#drawn.at(-1)?.rank ?? Infinity;
  }
}
