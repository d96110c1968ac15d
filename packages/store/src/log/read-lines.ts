import type { FileHandle } from 'node:fs/promises';
import { StoreError } from '../errors/store-error.ts';

/** Lines that begin closer together than this are read in one go. */
const largestGap = 16 * 1024;
const largestRun = 1 << 20;
/** A first guess at how long the last line of a run is. */
const tailBytes = 512;
const lineFeed = 0x0a;

/** A line as it was found at its offset. */
export interface FoundLine {
  readonly offset: number;
  /** With its line feed. */
  readonly bytes: Buffer;
}

/** Reads the lines at these offsets, neighbours together, and hands them out in the order of the file. */
export async function* readLines(
  handle: FileHandle,
  file: string,
  offsets: readonly number[],
): AsyncGenerator<FoundLine> {
  const sorted = [...offsets].sort((one, other) => one - other);
  for (const run of runsOf(sorted)) {
    const first = run[0] ?? 0;
    const bytes = await readRun(handle, file, first, run.at(-1) ?? first);
    for (const offset of run) {
      const start = offset - first;
      yield { offset, bytes: bytes.subarray(start, bytes.indexOf(lineFeed, start) + 1) };
    }
  }
}

function* runsOf(sorted: readonly number[]): Generator<number[]> {
  let run: number[] = [];
  for (const offset of sorted) {
    const first = run[0] ?? offset;
    const last = run.at(-1) ?? offset;
    if (offset - last > largestGap || offset - first > largestRun) {
      yield run;
      run = [];
    }
    run.push(offset);
  }
  if (run.length > 0) yield run;
}

/** Bytes from `first` up to the end of the line that begins at `last`, or somewhat further. */
async function readRun(
  handle: FileHandle,
  file: string,
  first: number,
  last: number,
): Promise<Buffer> {
  for (let tail = tailBytes; ; tail *= 8) {
    const buffer = Buffer.allocUnsafe(last - first + tail);
    const filled = buffer.subarray(0, await readFully(handle, buffer, first));
    if (filled.indexOf(lineFeed, last - first) >= 0) return filled;
    if (filled.length < buffer.length) throw changedLine(file, last);
  }
}

async function readFully(handle: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(
      buffer,
      filled,
      buffer.length - filled,
      position + filled,
    );
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** The error for a line that is not what it was when the file was opened. */
export function changedLine(file: string, offset: number): StoreError {
  const problem = `the line at byte ${offset} was changed by something else while it was open`;
  return new StoreError('damaged', file, problem);
}
