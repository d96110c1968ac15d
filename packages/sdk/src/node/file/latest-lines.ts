import type { FileHandle } from 'node:fs/promises';
import { readLines, type FoundLine, type KeyIndex } from 'sequenzy-store';

/** Lines looked up at once: enough to read neighbours together, little enough for constant memory. */
const groupSize = 2048;

/** The latest line of every remembered key, each key once, also while others are being written. */
export async function* latestLines(
  handle: FileHandle,
  file: string,
  index: KeyIndex,
): AsyncGenerator<FoundLine> {
  const { places } = index;
  for (let first = 0; first < places; first += groupSize) {
    const offsets: number[] = [];
    for (let place = first; place < Math.min(first + groupSize, places); place++) {
      const mark = index.at(place);
      if (mark !== undefined) offsets.push(mark.offset);
    }
    yield* readLines(handle, file, offsets);
  }
}
