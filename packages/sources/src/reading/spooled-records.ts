import { turn } from 'sequenzy-contract';
import { open, type FileHandle } from 'node:fs/promises';
import type { RecordFault } from '../faults/record-fault.ts';
import { readLines } from '../spool/lines.ts';
import type { Workspace } from '../spool/workspace.ts';
import type { Proposal } from '../mapping/propose/proposal.ts';
import type { Intake } from './intake.ts';
import { originalOf, type Original } from './original.ts';
import type { Pieces } from './pieces.ts';
import type { Recognition } from './recognition.ts';
import { decodeRecord, skippedRecord } from './record-line.ts';
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

  /** @throws {RangeError} There is no such record. */
  async read(ordinal: number): Promise<PlacedRecord<Kind['value']>> {
    const { places } = this.#parts.intake;
    if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= places.length)
      throw unknown(ordinal);
    this.#spool ??= open(this.#parts.spool);
    const spool = await this.#spool;
    const start = places.get(ordinal);
    const end = ordinal + 1 < places.length ? places.get(ordinal + 1) : (await spool.stat()).size;
    const length = end - start;
    const { buffer, bytesRead } = await spool.read(Buffer.allocUnsafe(length), 0, length, start);
    const line = buffer.toString('utf8', 0, bytesRead).trimEnd();
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
    await (await spool)?.close();
    await this.#parts.pieces.close();
    await this.#parts.workspace.remove();
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

function unknown(ordinal: number): RangeError {
  return new RangeError(`record ${String(ordinal)} is not one of these`);
}
