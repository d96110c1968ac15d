import type { FileHandle } from 'node:fs/promises';
import { StoreError } from '../errors/store-error.ts';
import { eachLine, type OnLine } from './each-line.ts';

/** What a log is for: it knows the header and the lines. */
export interface LogReader {
  /** Gets the first line. Throws what it has to say against it. */
  header(text: string): void;
  /** Gets each further line; false where it cannot be read. */
  line(...line: Parameters<OnLine>): boolean;
  /** Whether a file without a line feed is what is left of a header that was being written. */
  isTornHeader(text: string): boolean;
}

export interface Scanned {
  /** Lines that were read, the header apart. */
  readonly lines: number;
  /** Where the file ends as far as it is whole; 0 where it has no header yet. */
  readonly end: number;
  /** Bytes behind that end: a write that was cut off. */
  readonly tornBytes: number;
}

/**
 * Reads a log from its beginning to its end. The last line may be torn; any other that cannot be read is a StoreError
 * (`damaged`) with its number.
 */
export async function scanLog(
  handle: FileHandle,
  file: string,
  reader: LogReader,
): Promise<Scanned> {
  let count = 0;
  let end = 0;
  let unreadable = 0;
  let torn = 0;
  const rest = await eachLine(handle, (bytes, start, lineEnd, offset) => {
    count += 1;
    if (unreadable > 0) throw damaged(file, unreadable);
    if (offset === 0) reader.header(bytes.toString('utf8', start, lineEnd));
    else if (!reader.line(bytes, start, lineEnd, offset)) unreadable = count;
    const length = lineEnd - start + 1;
    if (unreadable > 0) torn = length;
    else end = offset + length;
  });
  if (unreadable > 0 && rest.length > 0) throw damaged(file, unreadable);
  if (count === 0 && !reader.isTornHeader(rest.toString())) throw damaged(file, 1);
  const lines = Math.max(0, count - 1 - (unreadable > 0 ? 1 : 0));
  return { lines, end, tornBytes: torn + rest.length };
}

/**
 * Reads on in a log that somebody else writes, from where it was read to. A last line that is not whole yet is left for the
 * next time.
 *
 * @returns where it was read to.
 */
export async function scanOn(
  handle: FileHandle,
  file: string,
  reader: Pick<LogReader, 'line'>,
  from: number,
): Promise<number> {
  let end = from;
  await eachLine(
    handle,
    (bytes, start, lineEnd, offset) => {
      const isNext = offset === end;
      if (isNext && reader.line(bytes, start, lineEnd, offset)) end += lineEnd - start + 1;
      else if (!isNext) throw new StoreError('damaged', file, `the line at byte ${end} is damaged`);
    },
    from,
  );
  return end;
}

function damaged(file: string, line: number): StoreError {
  return new StoreError('damaged', file, `line ${line} is damaged`, { line });
}
