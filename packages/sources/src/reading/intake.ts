import type { Mapped, Source } from '../source.ts';
import { Fragments, type Fragment } from '../spool/fragments.ts';
import { KeyIndex } from '../spool/key-index.ts';
import type { LineWriter } from '../spool/lines.ts';
import { checked } from './checked.ts';
import { Claims } from './claims.ts';
import { encodeRecord, skippedRecord } from './record-line.ts';
import { Tally } from './tally.ts';

/** Takes in what was mapped: spools it, counts it, and remembers where its rows stand. Line n of the spool is record n. */
export class Intake {
  readonly tally = new Tally();
  readonly fragments = new Fragments();
  readonly claims = new Claims();
  readonly #lastOf = new KeyIndex();
  readonly #spool: LineWriter;
  readonly source: Source;
  readonly #signal: AbortSignal | undefined;

  constructor(source: Source, spool: LineWriter, signal?: AbortSignal) {
    this.source = source;
    this.#spool = spool;
    this.#signal = signal;
  }

  /** One fragment, in input order. With a key, it continues the product's fragments before. */
  add(fragment: Fragment, key: string | undefined, mapped: Mapped): void {
    const previous = key === undefined ? undefined : this.#lastOf.set(key, this.fragments.count);
    this.fragments.add(fragment, previous);
    for (const claim of mapped.claims ?? []) this.claims.add(claim);
    this.#write(fragment, mapped);
  }

  /** What a product in several fragments is as a whole, and what each of them had been taken for. */
  replace(last: number, whole: Mapped, parts: readonly Mapped[]): void {
    const fragment = this.fragments.addWhole(last);
    for (const part of parts) {
      this.tally.count(part, checked(part, 0).product !== undefined, -1);
    }
    this.tally.split += 1;
    this.#write(fragment, whole);
  }

  /** To be awaited now and then: writes what has come together, and stops where the user wants it. */
  async drain(): Promise<void> {
    this.#signal?.throwIfAborted();
    await this.#spool.drain();
  }

  #write(fragment: Fragment, mapped: Mapped): void {
    const { product, faults } = checked(mapped, fragment.line);
    this.tally.count(mapped, product !== undefined, 1);
    this.#spool.add(
      mapped.skip === undefined
        ? encodeRecord({
            file: fragment.file,
            line: fragment.line,
            key: mapped.key,
            product,
            faults,
          })
        : skippedRecord,
    );
  }
}
