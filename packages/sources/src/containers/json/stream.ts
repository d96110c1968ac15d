import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { TextFile } from '../../input/text-file.ts';
import { maxDocumentSize, type JsonDocument } from './document.ts';
import { ElementScanner, type Scanned, type ScannedPlace } from './element-scanner.ts';
import { onlyInside, type Envelopes } from './envelopes.ts';
import { jsonError, JsonSyntaxError, notJson, tooLarge, unreadable } from './json-error.ts';
import { lineOfError } from './line-of-error.ts';
import { parseJson } from './parse.ts';

/** Told of what stands around a list, which is empty in it, or around the only document; and on which line it begins. */
export type EnvelopeListener = (value: unknown, line: number) => void;

/** The elements of JSON arrays or of those in envelopes, however they are laid out; outermost values that have none. */
export async function* readJsonStream(
  file: TextFile,
  envelopes: Envelopes,
  onEnvelope: EnvelopeListener = () => undefined,
): AsyncGenerator<JsonDocument[]> {
  const scanner = new ElementScanner(envelopes, file.start, maxDocumentSize);
  const bytes = createReadStream(file.path, { start: file.start, highWaterMark: 256 * 1024 });
  try {
    // No encoding is set, so the chunks are Buffers.
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      scanner.write(chunk);
      yield await documentsOf(scanner.take());
    }
    scanner.end();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    if (scanner.isTooLarge) throw unreadable(file.name, tooLarge(error.line));
    throw jsonError(file.name, error);
  }

  async function documentsOf(found: readonly Scanned[]): Promise<JsonDocument[]> {
    const documents: JsonDocument[] = [];
    for (const one of found) {
      if (one.kind === 'envelope') onEnvelope(one.value, one.line);
      else if (one.kind === 'element') documents.push(documentOf(one.text, one));
      else documents.push(insideOf(documentOf(await textOf(file.path, one), one)));
    }
    return documents;
  }

  function insideOf(document: JsonDocument): JsonDocument {
    const value = onlyInside(document.value, envelopes);
    if (value !== document.value) onEnvelope(document.value, document.line);
    return { ...document, value };
  }
}

function documentOf(text: Buffer | undefined, { line, start, end }: ScannedPlace): JsonDocument {
  const place = { line, start, end };
  if (text === undefined) return { value: undefined, fault: tooLarge(line), ...place };
  const json = text.toString();
  try {
    return { value: parseJson(json), ...place };
  } catch {
    return { value: undefined, fault: notJson(line + lineOfError(json)), ...place };
  }
}

/** Undefined where it is larger than the limit. */
async function textOf(path: string, { start, end }: ScannedPlace): Promise<Buffer | undefined> {
  if (end - start > maxDocumentSize) return undefined;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
    return buffer;
  } finally {
    await file.close();
  }
}
