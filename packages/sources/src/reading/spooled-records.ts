import { hash64, turn, type Hash64 } from 'sequenzy-contract';
import { open, type FileHandle } from 'node:fs/promises';
import type { RecordFault } from '../faults/record-fault.ts';
import { LineReader, readLines } from '../spool/lines.ts';
import type { Workspace } from '../spool/workspace.ts';
import type { Proposal } from '../mapping/propose/proposal.ts';
import type { Intake } from './intake.ts';
import { originalOf, type Original } from './original.ts';
import type { Pieces } from './pieces.ts';
import type { Recognition } from './recognition.ts';
import { PreparedRecord } from './prepared-record.ts';
import { rowFlags } from './prepared-rows.ts';
import { decodeHead, decodeRecord, skippedRecord, tab } from './record-line.ts';
import type { SheetPlaces } from './sheet-places.ts';
import type { Counts } from './tally.ts';
import type { RecordTypes, SourceOf, Owner } from './record-kind.ts';

/** What {@link SpooledRecords} are made of. */
export interface SpooledParts<Kind extends RecordTypes> {
  readonly files: readonly string[];
  readonly source: SourceOf<Kind>;
  readonly recognition: Recognition;
  readonly proposal?: Proposal | undefined;
  readonly warnings: readonly string[];
  readonly intake: Intake<Kind>;
  readonly pieces: Pieces;
  readonly sheets: SheetPlaces;
  readonly workspace: Workspace;
  /** Where the intake has spooled the records. */
  readonly spool: string;
}

/** A record with its place, whatever kind it is. */
export interface PlacedRecord<Value> {
  readonly key: string | undefined;
  /** Undefined exactly when there are faults. */
  readonly value: Value | undefined;
  readonly faults: readonly RecordFault[];
  /** Of a faulty record: whose it is, where that is known. */
  readonly owner?: Owner;
  readonly file: string;
  readonly line: number;
  /** The row in a workbook: `Sheet1!7:7`. */
  readonly cell?: string;
  readonly ordinal: number;
}

/** Records that lie in a temporary file. */
export class SpooledRecords<Kind extends RecordTypes> {
  readonly files: readonly string[];
  readonly source: SourceOf<Kind>;
  readonly recognition: Recognition;
  readonly proposal: Proposal | undefined;
  readonly counts: Counts;
  readonly warnings: readonly string[];
  readonly lacksPages: boolean;
  /** Names of the fields that any part of a record has. */
  readonly fields: ReadonlySet<string>;
  readonly #parts: SpooledParts<Kind>;
  #spool: Promise<FileHandle> | undefined;
  #reader: LineReader | undefined;

  constructor(parts: SpooledParts<Kind>) {
    this.files = parts.files;
    this.source = parts.source;
    this.recognition = parts.recognition;
    this.proposal = parts.proposal;
    this.counts = parts.intake.tally.counts();
    this.warnings = parts.warnings;
    this.fields = parts.intake.tally.fields;
    this.lacksPages = parts.intake.pages.isIncomplete(parts.intake.tally.rows);
    this.#parts = parts;
  }

  /** Every record, in the order in which they were completed. */
  async *all(): AsyncGenerator<PlacedRecord<Kind['value']>> {
    let ordinal = 0;
    for await (const lines of readLines(this.#parts.spool)) {
      for (const line of lines) {
        const due = turn();
        if (due !== undefined) await due;
        if (this.#isRecord(line, ordinal)) yield this.#record(line, ordinal);
        ordinal += 1;
      }
    }
  }

  /** Whether {@link prepared} gives what {@link all} gives. */
  get arePrepared(): boolean {
    const { isUnprepared, rows, places } = this.#parts.intake;
    return !isUnprepared && rows.length === places.length;
  }

  /** Records without a page in the shop. */
  get withoutPage(): number {
    const { rows } = this.#parts.intake;
    let count = 0;
    for (let ordinal = 0; ordinal < rows.length; ordinal += 1) {
      const lacksPage = (rows.flags(ordinal) & rowFlags.withoutPage) !== 0;
      if (lacksPage && !this.#parts.intake.fragments.isSuperseded(ordinal)) count += 1;
    }
    return count;
  }

  /**
   * As {@link all}, some at a time, without those that are known. A faulty one comes by itself.
   *
   * @param isKnown Asked of each record whose key and text are known, and whose key no other one has.
   * @param settled What a record is now that everything is known; absent where it stays as it is.
   */
  async *prepared(
    isKnown: (key: Hash64, fingerprint: Hash64) => boolean,
    settled?: (value: Kind['value']) => Kind['value'],
  ): AsyncGenerator<(PreparedRecord<Kind['value']> | PlacedRecord<Kind['value']>)[]> {
    const { rows, fragments } = this.#parts.intake;
    const reader = new LineReader(await this.#opened());
    let some: PreparedRecord<Kind['value']>[] = [];
    for (let ordinal = 0; ordinal < rows.length; ordinal += 1) {
      const due = turn();
      if (due !== undefined) await due;
      const flags = rows.flags(ordinal);
      if (flags === 0 || fragments.isSuperseded(ordinal)) continue;
      if ((flags & askFirst) === 0 && isKnown(rows.key(ordinal), rows.fingerprint(ordinal))) {
        continue;
      }
      const { start, end } = this.#range(ordinal);
      const line = reader.at(start, end) ?? (await reader.read(start, end));
      if ((flags & rowFlags.faulty) !== 0) {
        if (some.length > 0) yield some;
        some = [];
        yield [this.#record(line.toString('utf8', 0, line.length - 1), ordinal)];
        continue;
      }
      some.push(this.#prepared(line, ordinal, settled));
      if (some.length < together) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  }

  /** @throws {RangeError} There is no such record. */
  async read(ordinal: number): Promise<PlacedRecord<Kind['value']>> {
    const { places } = this.#parts.intake;
    if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= places.length)
      throw unknown(ordinal);
    this.#reader ??= new LineReader(await this.#opened());
    const { start, end } = this.#range(ordinal);
    const bytes = this.#reader.at(start, end) ?? (await this.#reader.read(start, end));
    const line = bytes.toString('utf8', 0, bytes.length - 1);
    if (!this.#isRecord(line, ordinal)) throw unknown(ordinal);
    return this.#record(line, ordinal);
  }

  /** Whether a record with this key was skipped. */
  hasSkipped(key: string): boolean {
    return this.#parts.intake.hasSkipped(key);
  }

  /** How often sources made an observation. */
  noted(note: string): number {
    return this.#parts.intake.tally.noted(note);
  }

  /** Whether a value that sources claim came once only in the whole input. */
  isUnique(claim: string): boolean {
    return this.#parts.intake.claims.isUnique(claim);
  }

  /** What stood in the files for a record. */
  async original(ordinal: number): Promise<Original> {
    const [first, ...rest] = this.#parts.intake.fragments.chain(ordinal);
    if (first === undefined) throw unknown(ordinal);
    return originalOf([first, ...rest], this.#parts.pieces);
  }

  /** Removes the temporary files. May be called twice. */
  async close(): Promise<void> {
    const spool = this.#spool;
    this.#spool = undefined;
    this.#reader = undefined;
    await (await spool)?.close();
    await this.#parts.pieces.close();
    await this.#parts.workspace.remove();
  }

  #opened(): Promise<FileHandle> {
    this.#spool ??= open(this.#parts.spool);
    return this.#spool;
  }

  /** Where the line of a record begins, and where the next one does. */
  #range(ordinal: number): { readonly start: number; readonly end: number } {
    const { places, spooledBytes } = this.#parts.intake;
    const next = ordinal + 1;
    return {
      start: places.get(ordinal),
      end: next < places.length ? places.get(next) : spooledBytes,
    };
  }

  #prepared(
    bytes: Buffer,
    ordinal: number,
    settled: ((value: Kind['value']) => Kind['value']) | undefined,
  ): PreparedRecord<Kind['value']> {
    const { rows } = this.#parts.intake;
    const at = bytes.indexOf(tab);
    const { key = '', line, file: number } = decodeHead(bytes.toString('utf8', 0, at));
    const file = this.files[number] ?? '';
    const { cell } = this.#parts.sheets.cellAt({ file, line });
    const spooled = bytes.toString('utf8', at + 1, bytes.length - 1);
    const isSimple = (rows.flags(ordinal) & rowFlags.simple) !== 0;
    const place = { key, file, line, ordinal, ...(cell !== undefined && { cell }) };
    if (settled === undefined) {
      const fingerprint = rows.fingerprint(ordinal);
      const content = { text: spooled, bytes: bytes.length - at - 2, fingerprint, isSimple };
      return new PreparedRecord(place, content);
    }
    const text = JSON.stringify(settled(JSON.parse(spooled) as Kind['value'])); // as it was spooled
    const content = { text, bytes: Buffer.byteLength(text), fingerprint: hash64(text), isSimple };
    return new PreparedRecord(place, content);
  }

  #isRecord(line: string, ordinal: number): boolean {
    return line !== skippedRecord && !this.#parts.intake.fragments.isSuperseded(ordinal);
  }

  #record(line: string, ordinal: number): PlacedRecord<Kind['value']> {
    const decoded = decodeRecord<Kind['value']>(line);
    const file = this.files[decoded.file] ?? '';
    const { sheets } = this.#parts;
    const faults = decoded.faults.map((fault) => ({
      ...fault,
      ...sheets.cellAt({ file, ...fault }),
    }));
    const place = sheets.cellAt({ file, line: decoded.line });
    return { ...decoded, ...place, faults, file, ordinal };
  }
}

/** Records that are handed out at once. */
const together = 100;

/** Of these the hashes do not say everything. */
const askFirst = rowFlags.faulty | rowFlags.repeated | rowFlags.late;

function unknown(ordinal: number): RangeError {
  return new RangeError(`record ${String(ordinal)} is not one of these`);
}
