import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { TextFile } from '../../input/text-file.ts';
import { maxDocumentSize, type JsonDocument } from './document.ts';
import { ElementScanner, type ScannedElement } from './element-scanner.ts';
import { onlyInside, type Envelopes } from './envelopes.ts';
import { jsonError, JsonSyntaxError, tooLarge } from './json-error.ts';
import { lineOfError } from './line-of-error.ts';
import { readJsonLines } from './lines.ts';
import type { MemberListener } from './outline.ts';
import { parseJson } from './parse.ts';

/** The elements of a JSON array or of one in an envelope, however it is laid out; else the only document. */
export async function* readJsonStream(
  file: TextFile,
  envelopes: Envelopes,
  onMember?: MemberListener,
): AsyncGenerator<JsonDocument[]> {
  const wrapped = file.head.trimStart().startsWith('{');
  const scanner = new ElementScanner(envelopes, file.start, maxDocumentSize);
  const { outline } = scanner;
  const bytes = createReadStream(file.path, { start: file.start, highWaterMark: 256 * 1024 });
  try {
    // No encoding is set, so the chunks are Buffers.
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      scanner.write(chunk);
      yield scanner.take().map(documentOf);
    }
    scanner.end();
    outline.tell(onMember);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    // Behind an object that is no envelope stands another one: each line is a record, and the first one is too large.
    const isLarge = scanner.read > maxDocumentSize;
    if (wrapped && !outline.sawList && outline.isFollowed && isLarge) {
      yield* readJsonLines(file);
      return;
    }
    if (scanner.isTooLarge) throw tooLarge(file.name, error.line);
    throw jsonError(file.name, error.line, error);
  }
  if (wrapped && !outline.sawList) yield [await onlyDocument(file, envelopes)];
}

/** @throws {JsonSyntaxError} */
function documentOf({ text, line, start, end }: ScannedElement): JsonDocument {
  if (text === undefined) return { value: undefined, isTooLarge: true, line, start, end };
  const json = text.toString();
  try {
    return { value: parseJson(json), line, start, end };
  } catch {
    throw new JsonSyntaxError(line + lineOfError(json));
  }
}

async function onlyDocument(file: TextFile, envelopes: Envelopes): Promise<JsonDocument> {
  const { size } = await stat(file.path);
  const place = { line: 1, start: file.start, end: size };
  if (size - file.start > maxDocumentSize) return { value: undefined, isTooLarge: true, ...place };
  const text = (await readFile(file.path)).subarray(file.start);
  const value = onlyInside(parseJson(text.toString()), envelopes);
  return { value, ...place };
}
