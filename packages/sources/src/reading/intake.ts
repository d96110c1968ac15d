import { hash64, type Hash64, type Wording } from 'sequenzy-contract';
import type { RecordFault } from '../faults/record-fault.ts';
import { Fragments, type Fragment } from '../spool/fragments.ts';
import { GrowingOffsets } from '../spool/growing.ts';
import { KeyIndex } from '../spool/key-index.ts';
import { Keys } from '../spool/keys.ts';
import type { LineWriter } from '../spool/lines.ts';
import { checked } from './mapped.ts';
import { Currencies } from './currencies.ts';
import { Claims, Overwritten, Versions, RepeatedRecords } from './repeats.ts';
import { IgnoredColumns } from './ignored-columns.ts';
import { PagesRead } from './pages-read.ts';
import { placedFaults } from './placed-faults.ts';
import { PreparedRows, rowFlags } from './prepared-rows.ts';
import { encodeRecord, skippedRecord } from './record-line.ts';
import { Tally } from './tally.ts';
import type { RecordTypes, SourceOf, RecordKind, UnreadWatch } from './record-kind.ts';

/** What an intake has to know of a run. */
interface Surroundings {
  readonly files: readonly string[];
  readonly signal: AbortSignal | undefined;
  readonly onRows?: ((rows: number) => void) | undefined;
  readonly unread?: UnreadWatch | undefined;
  readonly ignored?: IgnoredColumns;
  /** How its faults call options. */
  readonly wording?: Wording | undefined;
}

/** Takes in what was mapped: spools it, counts it, and remembers where its rows stand. Line n of the spool is record n. */
export class Intake<Kind extends RecordTypes = RecordTypes> {
  readonly kind: RecordKind<Kind>;
  readonly source: SourceOf<Kind>;
  readonly tally: Tally<Kind>;
  readonly fragments = new Fragments();
  readonly claims = new Claims();
  /** Ids and what ties rows together, which are mostly the same texts. */
  #keys = new Keys();
  #versions = new Versions(this.#keys);
  readonly pages: PagesRead;
  /** Where each record begins in the spool, in bytes. */
  readonly places = new GrowingOffsets();
  /** One for each record, where the kind prepares them. */
  readonly rows = new PreparedRows();
  /** Some record would not fit the API once its ids are settled: only the SDK can say what becomes of it. */
  isUnprepared = false;
  readonly currencies: Currencies<Kind>;
  #lastOf = new KeyIndex(this.#keys);
  #repeated = new RepeatedRecords(this.#keys);
  #overwritten = new Overwritten(this.fragments, this.#keys);
  /** Keys of skipped records, where the kind keeps them. */
  readonly #skipped = new KeyIndex();
  readonly #spool: LineWriter;
  readonly #files: readonly string[];
  readonly #signal: AbortSignal | undefined;
  readonly #wording: Wording | undefined;
  /** Another record has claimed what the one that is added claims. */
  #isContested = false;
  readonly #onRows: ((rows: number) => void) | undefined;
  readonly unread: UnreadWatch | undefined;
  readonly ignored: IgnoredColumns;
  /** The first document of which nothing is known, not even whose part it is. */
  firstUnread: RecordFault | undefined;

  /** @param files The inputs' names. */
  constructor(
    kind: RecordKind<Kind>,
    source: SourceOf<Kind>,
    spool: LineWriter,
    { files, signal, onRows, unread, ignored = new IgnoredColumns(), wording }: Surroundings,
  ) {
    this.kind = kind;
    this.source = source;
    this.tally = new Tally(kind);
    this.currencies = new Currencies(kind, files.length < 2);
    this.pages = new PagesRead(source.documents?.paging);
    this.#spool = spool;
    this.#files = files;
    this.#signal = signal;
    this.#wording = wording;
    this.#onRows = onRows;
    this.unread = unread;
    this.ignored = ignored;
  }

  /**
   * One fragment, in input order. With a key, it continues the record's fragments before; without one it is a record of
   * its own, unless it repeats the one before with its id to the letter.
   *
   * @param said Hash of what makes it equal to another.
   */
  add(
    fragment: Fragment,
    key: string | undefined,
    map: () => Kind['mapped'],
    said: () => Hash64,
  ): void {
    const previous = key === undefined ? undefined : this.#lastOf.set(key, this.fragments.count);
    const mapped = this.currencies.alone(map);
    const mayRepeat = key === undefined && this.kind.hasNoEqualParts === true;
    if (mayRepeat && this.#repeated.has(mapped.key, said)) return;
    this.currencies.see(mapped, fragment.file, this.fragments.count);
    this.fragments.add(fragment, previous);
    for (const claim of mapped.claims ?? []) this.#claim(claim);
    this.#write(fragment, mapped);
  }

  /** Bytes of the spool. */
  get spooledBytes(): number {
    return this.#spool.length;
  }

  /** Everything was added: lets go of what only tells whether something continues or repeats. */
  forgetLast(): void {
    this.#lastOf = new KeyIndex();
    this.#repeated = new RepeatedRecords(new Keys());
  }

  /** Ordinals of records with one key, for each such key, once. */
  takeVersions(): ReturnType<Versions['take']> {
    return this.#versions.take();
  }

  /** Whether a record with this key was skipped. */
  hasSkipped(key: string): boolean {
    return this.#skipped.get(key) !== undefined;
  }

  /** What is required of ids in several records. Nothing is added afterwards: lets go of the keys. */
  overwrittenWarnings(): string[] {
    const { overwrittenBy } = this.kind;
    const overwritten = this.#overwritten;
    this.#keys = new Keys();
    this.#versions = new Versions(this.#keys);
    this.#overwritten = new Overwritten(this.fragments, this.#keys);
    return overwrittenBy === undefined ? [] : overwritten.warnings(overwrittenBy, this.#files);
  }

  /** What a record in several fragments is as a whole, and what each of them had been taken for. */
  replace(last: number, whole: Kind['mapped'], parts: readonly (() => Kind['mapped'])[]): void {
    const fragment = this.fragments.addWhole(last);
    const claimed: string[] = [];
    for (const part of parts.map((map) => this.currencies.alone(map))) {
      this.tally.count(part, checked(part, 0, this.kind).value !== undefined, -1);
      for (const claim of part.claims ?? []) claimed.push(claim);
    }
    for (const claim of difference(whole.claims ?? [], claimed)) this.#claim(claim);
    this.#write(fragment, whole);
    // Its pieces have made its claims.
    if ((whole.claims ?? []).length > 0) this.rows.mark(this.places.length - 1, rowFlags.late);
  }

  /** One record for several with the same key: the one at this place. */
  standIn(
    one: Kind['mapped'],
    at: number,
    versions: readonly { readonly ordinal: number; readonly made: Kind['mapped'] }[],
  ): void {
    for (const { ordinal, made } of versions) {
      this.tally.count(made, checked(made, 0, this.kind).value !== undefined, -1);
      this.fragments.supersede(ordinal);
    }
    const kept = versions[at];
    if (kept === undefined) throw new RangeError(`no version ${String(at)}`);
    this.#write(this.fragments.addWhole(kept.ordinal), one);
  }

  /** To be awaited now and then: writes what has come together, and stops where the user wants it. */
  async drain(): Promise<void> {
    this.#signal?.throwIfAborted();
    this.#onRows?.(this.tally.rows);
    await this.#spool.drain();
  }

  /** Of the record that is added next. */
  #claim(claim: string): void {
    const earlier = this.claims.add(claim, this.places.length);
    if (earlier === undefined) return;
    this.rows.mark(earlier, rowFlags.late);
    this.#isContested = true;
  }

  #write(fragment: Fragment, mapped: Kind['mapped']): void {
    const { value, faults } = checked(mapped, fragment.line, this.kind);
    const owner = value === undefined ? this.kind.ownerOf?.(mapped) : undefined;
    this.unread?.values(mapped.unread ?? []);
    this.ignored.values(mapped.unread ?? []);
    this.tally.count(mapped, value !== undefined, 1);
    this.#seeFields(value);
    if (this.kind.resolve !== undefined && mapped.key !== undefined) {
      this.#versions.add(mapped.key, this.places.length);
    }
    const text = value === undefined ? '' : JSON.stringify(value);
    this.#addRow(mapped, value, text);
    this.#seeId(mapped, value !== undefined, fragment);
    if (mapped.skip !== undefined && mapped.key !== undefined && this.kind.keepsSkipped === true) {
      this.#skipped.set(mapped.key, 0);
    }
    const place = this.#spool.add(
      mapped.skip === undefined
        ? encodeRecord(
            {
              file: fragment.file,
              line: fragment.line,
              key: mapped.key,
              faults: placedFaults(faults, this.#files[fragment.file], this.#wording),
              ...(owner !== undefined && { owner }),
            },
            text,
          )
        : skippedRecord,
    );
    this.places.push(place);
  }

  #addRow(mapped: Kind['mapped'], value: Kind['value'] | undefined, text: string): void {
    const { prepared } = this.kind;
    const isContested = this.#isContested;
    this.#isContested = false;
    if (prepared === undefined) return;
    if (value === undefined || mapped.skip !== undefined) {
      const flags = mapped.skip === undefined ? rowFlags.record | rowFlags.faulty : 0;
      this.rows.push(flags, nothing, nothing);
      return;
    }
    const sealed = prepared.sealed(value, this.source, mapped.claims ?? []);
    const id = prepared.idOf(value);
    if (sealed === undefined || id !== mapped.key) this.isUnprepared = true;
    const flags =
      rowFlags.record |
      (prepared.isSimple(value) ? rowFlags.simple : 0) |
      (prepared.lacksPage(value) ? rowFlags.withoutPage : 0) |
      (isContested ? rowFlags.late : 0);
    const fingerprint = hash64(sealed === value ? text : JSON.stringify(sealed));
    this.rows.push(flags, hash64(id), fingerprint);
  }

  #seeFields(value: Kind['value'] | undefined): void {
    if (value === undefined) return;
    for (const name of this.kind.fieldsOf?.(value) ?? []) this.tally.fields.add(name);
  }

  #seeId({ key, skip }: Kind['mapped'], isValid: boolean, fragment: Fragment): void {
    if (this.kind.overwrittenBy === undefined || key === undefined) return;
    if (!isValid || skip !== undefined) return;
    const earlier = this.#overwritten.add(key, this.places.length, fragment);
    if (earlier === undefined) return;
    this.rows.mark(earlier, rowFlags.repeated);
    this.rows.mark(this.places.length, rowFlags.repeated);
  }
}

const nothing = { high: 0, low: 0 };

/** What is in a list beyond another one, each as often as it is. */
function difference(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
