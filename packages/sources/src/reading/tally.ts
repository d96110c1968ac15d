import { isRecord, type Words } from 'sequenzy-contract';
import type { DocumentReader, Format, TableReader } from './format.ts';
import type { Layout } from '../table/header.ts';
import type { Row } from '../table/row.ts';
import { counted } from '../text/counted.ts';
import { listed } from '../text/listed.ts';
import type { RecordTypes, RecordKind } from './record-kind.ts';

/** How much was read, whatever kind of record it is. */
export interface Counts {
  /** Data rows, or documents. */
  readonly rows: number;
  /** Distinct records found, those that are skipped or faulty included. */
  readonly found: number;
  /** What is in them: variants, lines. */
  readonly parts: number;
  /** Found and not skipped. */
  readonly records: number;
  readonly rejected: number;
  readonly skipped: readonly { readonly reason: string; readonly count: number }[];
}

const mostExamples = 3;

/** Counts records as they are read. What was counted for a part of a record can be taken back. */
export class Tally<Kind extends RecordTypes = RecordTypes> {
  rows = 0;
  /** Records whose rows do not stand together. */
  split = 0;
  readonly unknown = new Set<string>();
  /** Fields that the input has a place for in the parts of its records. */
  readonly fields = new Set<string>();
  #seenLayout: Layout | undefined;
  #repeatedHeaders = 0;
  #firstRepeated: Row | undefined;
  #found = 0;
  #parts = 0;
  #rejected = 0;
  readonly #skipped = new Map<string, number>();
  readonly #notes = new Map<string, number>();
  /** The first of each note; what a part of a record had is in the whole of it, too. */
  readonly #examples = new Map<string, Set<string>>();
  readonly #kind: RecordKind<Kind>;

  constructor(kind: RecordKind<Kind>) {
    this.#kind = kind;
  }

  /** A row that is the header once more is counted by itself: it is not data. */
  repeatsHeader(row: Row): void {
    this.#firstRepeated ??= row;
    this.#repeatedHeaders += 1;
  }

  /** Notes which fields of parts a table has columns for. */
  seeColumns({ partFields = {} }: Pick<TableReader, 'partFields'>, layout: Layout): void {
    if (layout === this.#seenLayout) return;
    this.#seenLayout = layout;
    for (const [name, columns] of Object.entries(partFields)) {
      if (columns.some((column) => layout.at[column] !== undefined)) this.fields.add(name);
    }
  }

  /** Notes which fields of parts a document says. */
  seeDocument({ partFields }: Pick<DocumentReader, 'partFields'>, value: unknown): void {
    if (partFields === undefined || !isRecord(value)) return;
    for (const name of partFields(value)) this.fields.add(name);
  }

  /** @param sign 1 counts it, -1 takes it back. */
  count(mapped: Kind['mapped'], isValid: boolean, sign: 1 | -1): void {
    this.#found += sign;
    this.#parts += sign * this.#kind.partsOf(mapped);
    for (const key of mapped.unknown ?? []) this.unknown.add(key);
    if (mapped.skip !== undefined) {
      increase(this.#skipped, mapped.skip, sign);
      return;
    }
    if (!isValid) this.#rejected += sign;
    for (const note of mapped.notes ?? []) increase(this.#notes, note, sign);
    for (const [note, examples] of Object.entries(mapped.examples ?? {})) {
      this.#remember(note, examples);
    }
  }

  counts(): Counts {
    const skipped = [...this.#skipped]
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => ({ reason, count }));
    return {
      rows: this.rows,
      found: this.#found,
      parts: this.#parts,
      records: this.#found - skipped.reduce((sum, { count }) => sum + count, 0),
      rejected: this.#rejected,
      skipped,
    };
  }

  /** How often an observation was made. */
  noted(note: string): number {
    return this.#notes.get(note) ?? 0;
  }

  warnings(format: Format): Words[] {
    const notes = { ...this.#kind.notes, ...format.notes };
    const sentences = Object.entries(notes).flatMap(([note, sentence]) => {
      const count = this.noted(note);
      return count > 0 ? [sentence(count, [...(this.#examples.get(note) ?? [])])] : [];
    });
    const split = format.table?.isScattered === true ? [] : this.#splitWarning();
    const { records } = this.counts();
    const ofKind = this.#kind.warningsOf?.((note) => this.noted(note), records) ?? [];
    return [...this.#unknownWarning(), ...this.#headerWarning(), ...split, ...sentences, ...ofKind];
  }

  #remember(note: string, examples: readonly string[]): void {
    const known = this.#examples.get(note) ?? new Set();
    this.#examples.set(note, known);
    for (const example of examples) if (known.size < mostExamples) known.add(example);
  }

  #headerWarning(): string[] {
    if (this.#firstRepeated === undefined) return [];
    const { line, layout } = this.#firstRepeated;
    const others = this.#repeatedHeaders - 1;
    const place = `Line ${String(line)} of ${layout.file}`;
    const what = 'the header again, as where one file was put behind another';
    return [
      others === 0
        ? `${place} is ${what}; it was passed over.`
        : `${place} and ${counted(others, 'more line')} are ${what}; they were passed over.`,
    ];
  }

  #unknownWarning(): string[] {
    if (this.unknown.size === 0) return [];
    return [
      `Unknown ${this.unknown.size === 1 ? 'column' : 'columns'} ignored: ${listed([...this.unknown])}.`,
    ];
  }

  #splitWarning(): string[] {
    if (this.split === 0) return [];
    const { noun } = this.#kind;
    const records = this.split === 1 ? `1 ${noun} has` : `${String(this.split)} ${noun}s have`;
    return [`${records} rows that do not stand together; they are put together and come last.`];
  }
}

function increase(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
