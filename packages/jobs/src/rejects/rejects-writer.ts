import { reasonOf } from 'sequenzy-contract';
import type { Original } from 'sequenzy-sources';
import { AtomicFile } from 'sequenzy-store';
import type { PlacedRecord, Reject } from '../report/reject.ts';
import { documentOf, headerOf, rowsOf, type Style } from './rows.ts';
import { nameAt, type Target } from './target.ts';

/** Rejects that were handed over but are not written yet; beyond them the reading waits. */
const mostPending = 200;

/** An input that can say what stood in its files. */
export interface Originals {
  readonly files: readonly string[];
  original(record: PlacedRecord): Promise<Original>;
}

/**
 * Writes rejected records as they stood in their file. Tables with other columns, and documents, get a file of their
 * own: in one file with all columns a missing cell would become an empty one, and that can mean "clear".
 */
export class RejectsWriter {
  readonly #input: Originals;
  readonly #target: Target;
  readonly #style: Style;
  readonly #files = new Map<string, AtomicFile>();
  #written: Promise<void> = Promise.resolve();
  #pending = 0;
  #failure: string | undefined;

  constructor(input: Originals, target: Target) {
    this.#input = input;
    this.#target = target;
    this.#style = { hasFile: input.files.length > 1 };
  }

  /** Does not wait. A disk that is full ends the writing, not the run: see {@link close}. */
  add(record: PlacedRecord, reject: Reject): void {
    this.#pending += 1;
    this.#written = this.#written
      .then(() => (this.#failure === undefined ? this.#write(record, reject) : undefined))
      .catch((error: unknown) => {
        this.#failure ??= reasonOf(error);
      })
      .finally(() => {
        this.#pending -= 1;
      });
  }

  /** Waits while too much is pending. */
  async room(): Promise<void> {
    if (this.#pending >= mostPending) await this.#written;
  }

  /** Puts the files in their place; gives back their names, the main one first, and what went wrong. */
  async close(): Promise<{ files: string[]; failure: string | undefined }> {
    await this.#written;
    const pending = [...this.#files.values()];
    try {
      if (this.#failure === undefined) for (const file of pending) await file.keep();
    } catch (error) {
      this.#failure = reasonOf(error);
    }
    if (this.#failure !== undefined) {
      await Promise.allSettled(pending.map((file) => file.discard()));
      return { files: [], failure: this.#failure };
    }
    return { files: pending.map(({ path }) => path), failure: undefined };
  }

  async #write(record: PlacedRecord, reject: Reject): Promise<void> {
    const original = await this.#input.original(record);
    const file = await this.#fileFor(original);
    await file.write(
      original.kind === 'table'
        ? rowsOf(original, reject, this.#style)
        : documentOf(original, reject, this.#style),
    );
  }

  async #fileFor(original: Original): Promise<AtomicFile> {
    const shape = original.kind === 'table' ? headerOf(original, this.#style) : 'documents';
    const known = this.#files.get(shape);
    if (known !== undefined) return known;
    const taken = [...this.#files.values()].map(({ path }) => path);
    const file = await AtomicFile.create(await nameAt(this.#target, original.kind, taken));
    this.#files.set(shape, file);
    if (original.kind === 'table') await file.write(shape);
    return file;
  }
}
