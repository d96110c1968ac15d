import { createReadStream } from 'node:fs';
import type { TextFile } from '../../input/text-file.ts';
import { maxDocumentSize, type JsonDocument } from './document.ts';
import { jsonError, JsonSyntaxError, notJson, tooLarge } from './json-error.ts';
import { parseJson } from './parse.ts';
import { isBalanced } from './value-end.ts';

const newline = 0x0a;

/**
 * One document a line (NDJSON, JSON Lines). Empty lines are passed over; one that is not JSON is a fault of its own.
 *
 * @throws {SourceError} The last line is cut off.
 */
export async function* readJsonLines(file: TextFile): AsyncGenerator<JsonDocument[]> {
  let parts: Buffer[] = [];
  let size = 0;
  let start = file.start;
  let line = 1;
  const bytes = createReadStream(file.path, { start, highWaterMark: 256 * 1024 });
  // No encoding is set, so the chunks are Buffers.
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const batch: JsonDocument[] = [];
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, end));
      batch.push(...finished());
      start += 1;
      from = end + 1;
      line += 1;
    }
    add(chunk.subarray(from));
    yield batch;
  }
  const last = finished(isBalanced);
  yield last;

  function add(part: Buffer): void {
    size += part.length;
    if (size <= maxDocumentSize) parts.push(part);
    else parts = [];
  }

  /** The line that has come together. */
  function finished(isWhole: (text: string) => boolean = () => true): JsonDocument[] {
    const place = { line, start, end: start + size };
    const isLarge = size > maxDocumentSize;
    const text = Buffer.concat(parts).toString();
    [parts, size, start] = [[], 0, place.end];
    if (isLarge) return [{ value: undefined, fault: tooLarge(line), ...place }];
    if (text.trim() === '') return [];
    try {
      return [{ value: parseJson(text), ...place }];
    } catch {
      if (!isWhole(text)) throw jsonError(file.name, new JsonSyntaxError(line, true));
      return [{ value: undefined, fault: notJson(line), ...place }];
    }
  }
}
