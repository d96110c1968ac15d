import type { FileHandle } from 'node:fs/promises';
import { fingerprints } from '../memory/mark.ts';
import type { KeyIndex } from '../memory/key-index.ts';
import { entryOn, readLines, type FoundLine } from './read-lines.ts';

/** Lines looked up at once: enough to read neighbours together, little enough for constant memory. */
const groupSize = 2048;

/** The latest line of every remembered key, each key once, also while others are being written. */
export async function* latestLines(
  handle: FileHandle,
  file: string,
  index: KeyIndex,
): AsyncGenerator<FoundLine> {
  const { entries } = index;
  for (let first = 0; first < entries; first += groupSize) {
    const offsets: number[] = [];
    for (let number = first; number < Math.min(first + groupSize, entries); number++) {
      const mark = index.at(number);
      if (mark.fingerprint !== fingerprints.forgotten) offsets.push(mark.offset);
    }
    yield* readLines(handle, file, offsets);
  }
}

/** Every remembered key, in constant memory. */
export async function* rememberedKeys(
  handle: FileHandle,
  file: string,
  index: KeyIndex,
): AsyncGenerator<string> {
  for await (const line of latestLines(handle, file, index)) yield entryOn(file, line).key;
}
