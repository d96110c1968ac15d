import type { FileHandle } from 'node:fs/promises';
import { changedLine, readLines, type IndexEntry } from 'sequenzy-store';
import type { LedgerWrite } from '../../ledger/ledger.ts';
import { parseObject } from '../format/line.ts';
import { entryOn } from './entry-on.ts';

/** An entry, and when it was written, in milliseconds since 1970. */
export interface DatedEntry {
  readonly entry: LedgerWrite;
  readonly time: number;
}

/** Reads the line of a mark; undefined where it is that of another key with the same hash. */
export async function datedAt(
  handle: FileHandle,
  file: string,
  { offset }: IndexEntry,
  key: string,
): Promise<DatedEntry | undefined> {
  for await (const line of readLines(handle, file, [offset])) {
    const entry = entryOn(file)(line);
    const time = parseObject(line.bytes.toString())?.['t'];
    if (typeof time !== 'number') throw changedLine(file, offset);
    return entry.key === key ? { entry, time } : undefined;
  }
  return undefined;
}
