import { createReadStream } from 'node:fs';
import type { TextFile } from '../../input/text-file.ts';
import { maxDocumentSize, type JsonDocument } from './document.ts';
import { jsonError, tooLarge } from './json-error.ts';
import { parseJson } from './parse.ts';

const newline = 0x0a;

/** One document a line (NDJSON, JSON Lines). Empty lines are passed over. */
export async function* readJsonLines(file: TextFile): AsyncGenerator<JsonDocument[]> {
  let rest: Buffer = Buffer.alloc(0);
  let start = file.start;
  let line = 1;
  const bytes = createReadStream(file.path, { start, highWaterMark: 256 * 1024 });
  // No encoding is set, so the chunks are Buffers.
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const batch: JsonDocument[] = [];
    let from = 0;
    for (let end = text.indexOf(newline); end >= 0; end = text.indexOf(newline, from)) {
      batch.push(...parsed(text.subarray(from, end)));
      start += end + 1 - from;
      from = end + 1;
      line += 1;
    }
    rest = text.subarray(from);
    if (rest.length > maxDocumentSize) throw tooLarge(file.name, line);
    yield batch;
  }
  yield parsed(rest);

  function parsed(bytesOfLine: Buffer): JsonDocument[] {
    const text = bytesOfLine.toString();
    if (text.trim() === '') return [];
    try {
      return [{ value: parseJson(text), line, start, end: start + bytesOfLine.length }];
    } catch (error) {
      throw jsonError(file.name, line, error);
    }
  }
}
