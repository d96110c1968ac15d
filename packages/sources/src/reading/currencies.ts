import { worded } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import type { Fragment } from '../spool/fragments.ts';
import { GrowingNumbers } from '../spool/growing.ts';
import type { RecordTypes, RecordKind } from './record-kind.ts';

/** So many records without a currency, and none with one, are enough to know that the file says none. */
const mostUndecided = 100;

/** Knows which records had amounts and no currency, and in which files there was one. */
export class Currencies<Kind extends RecordTypes> {
  readonly #kind: Pick<RecordKind<Kind>, 'blank' | 'damaged' | 'currencyOf'>;
  readonly #isOneFile: boolean;
  /** Ordinals of fragments. */
  readonly #undecided = new GrowingNumbers(Uint32Array);
  /** Numbers of the inputs in which a currency was read. */
  readonly #withCurrency = new Set<number>();

  constructor(
    kind: Pick<RecordKind<Kind>, 'blank' | 'damaged' | 'currencyOf'>,
    isOneFile: boolean,
  ) {
    this.#kind = kind;
    this.#isOneFile = isOneFile;
  }

  /**
   * A piece by itself. One without a currency is blank: another file may say it, or it is the only one without.
   *
   * @throws {SourceError} Too many have none.
   */
  alone(map: () => Kind['mapped']): Kind['mapped'] {
    const isHopeless =
      this.#isOneFile && this.#withCurrency.size === 0 && this.#undecided.length >= mostUndecided;
    if (isHopeless) return map();
    try {
      return map();
    } catch (error) {
      if (isCurrencyMissing(error)) return this.#kind.blank;
      throw error;
    }
  }

  /** @param ordinal Of the fragment that was mapped. */
  see(mapped: Kind['mapped'], file: number, ordinal: number): void {
    if (typeof this.#kind.currencyOf?.(mapped) === 'string') this.#withCurrency.add(file);
    if (mapped === this.#kind.blank) this.#undecided.push(ordinal);
  }

  /**
   * A record that lacks a currency for good: rejected where other records of its file have one.
   *
   * @throws {SourceError} None has any.
   */
  orRejected(whole: () => Kind['mapped'], { file, line }: Fragment): Kind['mapped'] {
    try {
      return whole();
    } catch (error) {
      if (!isCurrencyMissing(error) || !this.#withCurrency.has(file)) throw error;
      const { column = '', value } = error;
      const message = `is an amount, and nothing says in which currency. ${worded(error.advice)}`;
      const fault = { path: column, message, line: error.line ?? line, ...(value && { value }) };
      return this.#kind.damaged(this.#kind.blank, [fault]);
    }
  }

  /** Fragments that may still lack a currency. */
  *undecided(): Generator<number> {
    for (let at = 0; at < this.#undecided.length; at += 1) yield this.#undecided.get(at);
  }
}

function isCurrencyMissing(error: unknown): error is SourceError {
  return error instanceof SourceError && error.code === 'missing-currency';
}
