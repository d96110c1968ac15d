import { open, type FileHandle } from 'node:fs/promises';
import type { Fragments } from '../spool/fragments.ts';
import type { GrowingOffsets } from '../spool/growing-offsets.ts';
import { KeyIndex } from '../spool/key-index.ts';
import { decodeRecord, skippedRecord, type SpooledRecord } from './record-line.ts';

/** Records with one key. */
export type Same<Value> = readonly {
  readonly ordinal: number;
  readonly record: SpooledRecord<Value>;
}[];

/** Finds records that have the same key although nothing in the files puts them together. */
export class Versions {
  #firstOf = new KeyIndex();
  /** By the ordinal of the first with a key, all ordinals with it. */
  readonly #repeated = new Map<number, number[]>();

  add(key: string, ordinal: number): void {
    const first = this.#firstOf.get(key);
    if (first === undefined) this.#firstOf.set(key, ordinal);
    else this.#repeated.set(first, [...(this.#repeated.get(first) ?? [first]), ordinal]);
  }

  /** Reads them back from the spool, which has to be written whole. */
  async *read<Value>(
    spool: string,
    places: GrowingOffsets,
    fragments: Fragments,
  ): AsyncGenerator<Same<Value>> {
    this.#firstOf = new KeyIndex();
    if (this.#repeated.size === 0) return;
    const file = await open(spool);
    try {
      for (const ordinals of this.#repeated.values()) {
        const same: Same<Value>[number][] = [];
        for (const ordinal of ordinals.filter((one) => !fragments.isSuperseded(one))) {
          const line = await lineAt(file, places, ordinal);
          if (line !== skippedRecord) same.push({ ordinal, record: decodeRecord<Value>(line) });
        }
        if (same.length > 1) yield same;
      }
    } finally {
      await file.close();
    }
  }
}

async function lineAt(file: FileHandle, places: GrowingOffsets, ordinal: number): Promise<string> {
  const start = places.get(ordinal);
  const end = ordinal + 1 < places.length ? places.get(ordinal + 1) : (await file.stat()).size;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.toString('utf8', 0, bytesRead).trimEnd();
}
