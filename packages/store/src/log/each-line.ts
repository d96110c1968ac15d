import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 1 << 20;
const lineFeed = 0x0a;

/** What to do with one line: `bytes` from `start` up to `end`, without its line feed, at `offset` in the file. */
export type OnLine = (bytes: Buffer, start: number, end: number, offset: number) => void;

/**
 * Goes through a file line by line, a chunk at a time. The buffer is used again: keep nothing of it.
 *
 * @param from Where to begin: at the beginning of a line.
 * @returns what stands behind the last line feed.
 */
export async function eachLine(handle: FileHandle, onLine: OnLine, from = 0): Promise<Buffer> {
  let buffer = Buffer.allocUnsafe(chunkBytes);
  let base = from;
  let held = 0;
  for (;;) {
    if (held === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const { bytesRead } = await handle.read(buffer, held, buffer.length - held, base + held);
    if (bytesRead === 0) return buffer.subarray(0, held);
    const filled = buffer.subarray(0, held + bytesRead);
    let start = 0;
    for (;;) {
      const end = filled.indexOf(lineFeed, start);
      if (end < 0) break;
      onLine(filled, start, end, base + start);
      start = end + 1;
    }
    filled.copyWithin(0, start);
    held = filled.length - start;
    base += start;
  }
}
