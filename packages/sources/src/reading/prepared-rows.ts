import type { Hash64 } from 'sequenzy-contract';
import { GrowingNumbers } from '../spool/growing.ts';

/** What is known of one record, whatever it says. */
export const rowFlags = {
  /** It is handed out. */
  record: 1,
  faulty: 2,
  /** See `Prepared.isSimple`. */
  simple: 4,
  /** It has no page in the shop. */
  withoutPage: 8,
  /** Another record has its id: which one counts depends on what lies between them. */
  repeated: 16,
  /** Its value depends on records behind it, so that its fingerprint is not known. */
  late: 32,
} as const;

/** One row for each record of a spool, 17 bytes each: enough to tell whether it was sent before. */
export class PreparedRows {
  readonly #keyHigh = new GrowingNumbers(Uint32Array);
  readonly #keyLow = new GrowingNumbers(Uint32Array);
  readonly #high = new GrowingNumbers(Uint32Array);
  readonly #low = new GrowingNumbers(Uint32Array);
  readonly #flags = new GrowingNumbers(Uint8Array);

  get length(): number {
    return this.#flags.length;
  }

  push(flags: number, key: Hash64, fingerprint: Hash64): void {
    this.#keyHigh.push(key.high);
    this.#keyLow.push(key.low);
    this.#high.push(fingerprint.high);
    this.#low.push(fingerprint.low);
    this.#flags.push(flags);
  }

  mark(ordinal: number, flag: number): void {
    this.#flags.set(ordinal, this.#flags.get(ordinal) | flag);
  }

  flags(ordinal: number): number {
    return this.#flags.get(ordinal);
  }

  key(ordinal: number): Hash64 {
    return { high: this.#keyHigh.get(ordinal), low: this.#keyLow.get(ordinal) };
  }

  fingerprint(ordinal: number): Hash64 {
    return { high: this.#high.get(ordinal), low: this.#low.get(ordinal) };
  }
}
