import { GrowingNumbers, GrowingOffsets } from './growing.ts';

/** A piece of one input: rows of one product that stand together, or one document. */
export interface Fragment {
  /** Number of the input. */
  readonly file: number;
  /** Bytes, from and up to. */
  readonly start: number;
  readonly end: number;
  /** Physical line of its first row. */
  readonly line: number;
}

/**
 * Where every record's rows stand, 12 bytes each, and 7 more where there are several files or pieces. Fragments of one
 * product form a chain backwards; a record made of several is added last, without a place of its own.
 */
export class Fragments {
  readonly #file = new GrowingNumbers(Uint16Array);
  readonly #start = new GrowingOffsets();
  readonly #length = new GrowingNumbers(Uint32Array);
  readonly #line = new GrowingNumbers(Uint32Array);
  /** Ordinal of the product's fragment before, plus one; zero is none. */
  readonly #previous = new GrowingNumbers(Uint32Array);
  readonly #superseded = new GrowingNumbers(Uint8Array);

  /** Whether some record is in several pieces. */
  hasChains = false;

  get count(): number {
    return this.#file.length;
  }

  /** Gives its ordinal. */
  add(fragment: Fragment, previous?: number): number {
    this.#file.push(fragment.file);
    this.#start.push(fragment.start);
    this.#length.push(fragment.end - fragment.start);
    this.#line.push(fragment.line);
    this.#previous.push(previous === undefined ? 0 : previous + 1);
    if (previous !== undefined) {
      this.#superseded.set(previous, 1);
      this.hasChains = true;
    }
    return this.#superseded.push(0);
  }

  /** The record that stands for a whole chain: gives its place, that of the first piece. */
  addWhole(last: number): Fragment {
    const [first] = this.chain(last);
    if (first === undefined) throw new RangeError(`no fragment ${String(last)}`);
    this.add({ ...first, start: 0, end: 0 }, last);
    return first;
  }

  /** Something else stands for the record. */
  supersede(ordinal: number): void {
    this.#superseded.set(ordinal, 1);
  }

  isSuperseded(ordinal: number): boolean {
    return this.#superseded.get(ordinal) === 1;
  }

  /** Whether its product has earlier rows elsewhere. */
  isContinued(ordinal: number): boolean {
    return this.#previous.get(ordinal) !== 0;
  }

  /** Every piece of the record, in input order. */
  chain(ordinal: number): Fragment[] {
    const pieces: Fragment[] = [];
    for (let at = ordinal; at >= 0; at = this.#previous.get(at) - 1) {
      const piece = this.#fragment(at);
      if (piece.end > piece.start) pieces.push(piece);
    }
    return pieces.reverse();
  }

  #fragment(ordinal: number): Fragment {
    const start = this.#start.get(ordinal);
    return {
      file: this.#file.get(ordinal),
      start,
      end: start + this.#length.get(ordinal),
      line: this.#line.get(ordinal),
    };
  }
}
