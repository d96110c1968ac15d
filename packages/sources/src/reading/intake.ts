import { SourceError } from '../faults/source-error.ts';
import type { RecordFault } from '../faults/record-fault.ts';
import type { Format, MappedRecord } from './format.ts';
import { Fragments, type Fragment } from '../spool/fragments.ts';
import { GrowingNumbers, GrowingOffsets } from '../spool/growing.ts';
import { KeyIndex } from '../spool/key-index.ts';
import type { LineWriter } from '../spool/lines.ts';
import { checked } from './checked.ts';
import { Claims, Overwritten, Versions, RepeatedRecords } from './repeats.ts';
import { IgnoredColumns } from './ignored-columns.ts';
import { PagesRead } from './pages-read.ts';
import type { RecordKind, UnreadWatch } from './record-kind.ts';
import { encodeRecord, skippedRecord } from './record-line.ts';
import { Tally } from './tally.ts';

/** What an intake has to know of a run. */
interface Surroundings {
  readonly files: readonly string[];
  readonly signal: AbortSignal | undefined;
  readonly unread?: UnreadWatch | undefined;
  readonly ignored?: IgnoredColumns;
}

/** So many records without a currency, and none with one, are enough to know that the file says none. */
const mostUndecided = 100;

/** Takes in what was mapped: spools it, counts it, and remembers where its rows stand. Line n of the spool is record n. */
export class Intake<Made extends MappedRecord = MappedRecord, Given = unknown, Value = unknown> {
  readonly kind: RecordKind<Made, Value, Given>;
  readonly source: Format<string, Made, Given>;
  readonly tally: Tally<Made>;
  readonly fragments = new Fragments();
  readonly claims = new Claims();
  readonly versions = new Versions();
  readonly pages: PagesRead;
  /** Where each record begins in the spool, in bytes. */
  readonly places = new GrowingOffsets();
  /** Ordinals of fragments that had amounts and no currency. */
  readonly #undecided = new GrowingNumbers(Uint32Array);
  /** Numbers of the inputs in which a currency was read. */
  readonly #withCurrency = new Set<number>();
  #lastOf = new KeyIndex();
  readonly #repeated = new RepeatedRecords();
  #overwritten = new Overwritten(this.fragments);
  /** Keys of skipped records, where the kind keeps them. */
  readonly #skipped = new KeyIndex();
  readonly #spool: LineWriter;
  readonly #files: readonly string[];
  readonly #signal: AbortSignal | undefined;
  readonly unread: UnreadWatch | undefined;
  readonly ignored: IgnoredColumns;

  /** @param files The inputs' names. */
  constructor(
    kind: RecordKind<Made, Value, Given>,
    source: Format<string, Made, Given>,
    spool: LineWriter,
    { files, signal, unread, ignored = new IgnoredColumns() }: Surroundings,
  ) {
    this.kind = kind;
    this.source = source;
    this.tally = new Tally(kind);
    this.pages = new PagesRead(source.documents?.paging);
    this.#spool = spool;
    this.#files = files;
    this.#signal = signal;
    this.unread = unread;
    this.ignored = ignored;
  }

  /**
   * One fragment, in input order. With a key, it continues the record's fragments before; without one it is a record of
   * its own, unless it repeats the one before with its id to the letter.
   *
   * @param text What makes it equal to another.
   */
  add(fragment: Fragment, key: string | undefined, map: () => Made, text: () => string): void {
    const previous = key === undefined ? undefined : this.#lastOf.set(key, this.fragments.count);
    const mapped = this.#alone(map);
    const mayRepeat = key === undefined && this.kind.hasNoEqualParts === true;
    if (mayRepeat && this.#repeated.has(mapped.key, text, this.fragments.count)) return;
    if (typeof this.kind.currencyOf?.(mapped) === 'string') this.#withCurrency.add(fragment.file);
    if (mapped === this.kind.blank) this.#undecided.push(this.fragments.count);
    this.fragments.add(fragment, previous);
    for (const claim of mapped.claims ?? []) this.claims.add(claim);
    this.#write(fragment, mapped);
  }

  /** Everything was added: lets go of the keys, 25 MB for a million. */
  forgetKeys(): void {
    this.#lastOf = new KeyIndex();
    this.#repeated.forget();
  }

  /** Whether a record with this key was skipped. */
  hasSkipped(key: string): boolean {
    return this.#skipped.get(key) !== undefined;
  }

  /** What is to be said of ids in several records, which are let go of. */
  overwrittenWarnings(): string[] {
    const { overwrittenBy } = this.kind;
    const overwritten = this.#overwritten;
    this.#overwritten = new Overwritten(this.fragments);
    return overwrittenBy === undefined ? [] : overwritten.warnings(overwrittenBy, this.#files);
  }

  /** What a record in several fragments is as a whole, and what each of them had been taken for. */
  replace(last: number, whole: Made, parts: readonly (() => Made)[]): void {
    const fragment = this.fragments.addWhole(last);
    const claimed: string[] = [];
    for (const part of parts.map((map) => this.#alone(map))) {
      this.tally.count(part, checked(part, 0, this.kind).value !== undefined, -1);
      for (const claim of part.claims ?? []) claimed.push(claim);
    }
    for (const claim of difference(whole.claims ?? [], claimed)) this.claims.add(claim);
    this.#write(fragment, whole);
  }

  /** One record for several with the same key, of which it is the one at this place. */
  standIn(
    one: Made,
    at: number,
    versions: readonly { readonly ordinal: number; readonly made: Made }[],
  ): void {
    for (const { ordinal, made } of versions) {
      this.tally.count(made, checked(made, 0, this.kind).value !== undefined, -1);
      this.fragments.supersede(ordinal);
    }
    const kept = versions[at];
    if (kept === undefined) throw new RangeError(`no version ${String(at)}`);
    this.#write(this.fragments.addWhole(kept.ordinal), one);
  }

  /**
   * A record that lacks a currency for good: rejected where other records of its file have one.
   *
   * @throws {SourceError} None has any.
   */
  withoutCurrency(whole: () => Made, { file, line }: Fragment): Made {
    try {
      return whole();
    } catch (error) {
      if (!isCurrencyMissing(error) || !this.#withCurrency.has(file)) throw error;
      const { column = '', value } = error;
      const message = `is an amount, and nothing says in which currency. ${error.nextStep}`;
      const fault = { path: column, message, line: error.line ?? line, ...(value && { value }) };
      return this.kind.damaged(this.kind.blank, [fault]);
    }
  }

  /** Fragments that may still lack a currency. */
  *undecided(): Generator<number> {
    for (let at = 0; at < this.#undecided.length; at += 1) yield this.#undecided.get(at);
  }

  /** To be awaited now and then: writes what has come together, and stops where the user wants it. */
  async drain(): Promise<void> {
    this.#signal?.throwIfAborted();
    await this.#spool.drain();
  }

  /** A piece by itself. One without a currency is blank: another file may say it, or it is the only one without. */
  #alone(map: () => Made): Made {
    const isHopeless =
      this.#files.length < 2 &&
      this.#withCurrency.size === 0 &&
      this.#undecided.length >= mostUndecided;
    if (isHopeless) return map();
    try {
      return map();
    } catch (error) {
      if (isCurrencyMissing(error)) return this.kind.blank;
      throw error;
    }
  }

  #write(fragment: Fragment, mapped: Made): void {
    const { value, faults } = checked(mapped, fragment.line, this.kind);
    const owner = value === undefined ? this.kind.ownerOf?.(mapped) : undefined;
    this.unread?.values(mapped.unread ?? []);
    this.ignored.values(mapped.unread ?? []);
    this.tally.count(mapped, value !== undefined, 1);
    this.#seeFields(value);
    if (this.kind.resolve !== undefined && mapped.key !== undefined) {
      this.versions.add(mapped.key, this.places.length);
    }
    this.#seeId(mapped, value !== undefined, fragment);
    if (mapped.skip !== undefined && mapped.key !== undefined && this.kind.keepsSkipped === true) {
      this.#skipped.set(mapped.key, 0);
    }
    const place = this.#spool.add(
      mapped.skip === undefined
        ? encodeRecord({
            file: fragment.file,
            line: fragment.line,
            key: mapped.key,
            value,
            faults: this.#placed(faults, fragment),
            ...(owner !== undefined && { owner }),
          })
        : skippedRecord,
    );
    this.places.push(place);
  }

  /** A fault names its file only where that is not the record's. */
  #placed(faults: readonly RecordFault[], { file: own }: Fragment): readonly RecordFault[] {
    return faults.map(({ file, ...fault }) => ({
      ...(file !== undefined && file !== this.#files[own] && { file }),
      ...fault,
      message: abridged(fault.message),
      ...(fault.value !== undefined && { value: abridged(fault.value) }),
    }));
  }

  #seeFields(value: Value | undefined): void {
    if (value === undefined) return;
    for (const name of this.kind.fieldsOf?.(value) ?? []) this.tally.fields.add(name);
  }

  #seeId({ key, skip }: Made, isValid: boolean, fragment: Fragment): void {
    if (this.kind.overwrittenBy === undefined || key === undefined) return;
    if (isValid && skip === undefined) this.#overwritten.add(key, this.places.length, fragment);
  }
}

function isCurrencyMissing(error: unknown): error is SourceError {
  return error instanceof SourceError && error.code === 'missing-currency';
}

/** Characters of a message, or of a value. */
const longest = 600;

/** The beginning and the end: a message that quotes a long cell says what is wrong behind it. */
function abridged(text: string): string {
  return text.length <= longest
    ? text
    : `${text.slice(0, longest / 2)}…${text.slice(-longest / 2)}`;
}

/** What is in a list beyond another one, each as often as it is. */
function difference(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
