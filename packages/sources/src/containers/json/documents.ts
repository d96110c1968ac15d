import { isRecord } from 'sequenzy-contract';
import type { TextFile } from '../../input/text-file.ts';
import { type JsonDocument, maxDocumentSize } from './document.ts';
import { isEnvelope, type Envelopes } from './envelopes.ts';
import { readJsonStream, type EnvelopeListener } from './stream.ts';
import { open } from 'node:fs/promises';
import { isBalanced } from './value-end.ts';
import { createReadStream } from 'node:fs';
import { jsonError, JsonSyntaxError, notJson, tooLarge } from './json-error.ts';
import { parseJson } from './parse.ts';

/** Whether a text is JSON of some kind, by its first character. */
export function isJson(head: string): boolean {
  return /^\s*[[{]/.test(head);
}

/**
 * The documents of a JSON text in batches as they are read: the elements of an array or of one in an envelope such as
 * `{ "products": [] }`, one document a line, or the only one there is, in an envelope or bare. Several such texts in one
 * file are read one after the other.
 *
 * @param onEnvelope Told of what stands around a list: `{ "has_more": true, "data": [] }`.
 * @throws {SourceError} The text is not JSON.
 */
export async function* readDocuments(
  file: TextFile,
  envelopes: Envelopes,
  onEnvelope?: EnvelopeListener,
): AsyncGenerator<JsonDocument[]> {
  const { value, isBroken } = await firstLineOf(file);
  // A whole object, and not one that wraps the others.
  const isOnePerLine = isBroken || (isRecord(value) && !isEnvelope(value, envelopes));
  yield* isOnePerLine ? readJsonLines(file) : readJsonStream(file, envelopes, onEnvelope);
}

/** The first line of a JSON text by itself. */
interface FirstLine {
  /** Undefined where it is not a value, or too large for a record. */
  readonly value: unknown;
  /** It begins an object and is not JSON, and the lines that follow are objects by themselves. */
  readonly isBroken: boolean;
}

const known = new WeakMap<TextFile, Promise<FirstLine>>();

function firstLineOf(file: TextFile): Promise<FirstLine> {
  // Every source asks, and the line may have megabytes.
  const first = known.get(file) ?? read(file);
  known.set(file, first);
  return first;
}

async function read(file: TextFile): Promise<FirstLine> {
  const text = file.head.trimStart();
  if (!text.startsWith('{')) return { value: undefined, isBroken: false };
  const end = text.indexOf('\n');
  const line = end >= 0 ? text.slice(0, end) : await longLineOf(file);
  try {
    return { value: line === undefined ? undefined : JSON.parse(line), isBroken: false };
  } catch {
    const first = text.slice(0, Math.max(end, 0)).trimEnd();
    // It goes on below, where it ends like that.
    const isBroken =
      end >= 0 && !/[[{:,]$/.test(first) && areObjects(text.slice(end), isBalanced(first));
    return { value: undefined, isBroken };
  }
}

/**
 * Whether other lines follow that are objects by themselves. In a document over several lines some are not.
 *
 * @param isWhole The line before them is one from bracket to bracket, so that any others are enough.
 */
function areObjects(text: string, isWhole: boolean): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (isWhole) return lines.length > 0;
  const isOne = (line: string): boolean => line.startsWith('{') && line.endsWith('}');
  // Only the beginning of the text is looked at: its last line can be cut off.
  const last = lines.at(-1) ?? '';
  return lines.some(isOne) && lines.slice(0, -1).every(isOne) && last.startsWith('{');
}

/** Undefined where it does not end within the limit. */
async function longLineOf({ path, start, head }: TextFile): Promise<string | undefined> {
  const from = start + Buffer.byteLength(head) - Buffer.byteLength(head.trimStart());
  const handle = await open(path);
  try {
    const bytes = Buffer.alloc(maxDocumentSize + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
    const text = bytes.subarray(0, bytesRead);
    const end = text.indexOf('\n');
    if (end < 0 && bytesRead > maxDocumentSize) return undefined;
    return text.toString('utf8', 0, end < 0 ? bytesRead : end);
  } finally {
    await handle.close();
  }
}

const newline = 0x0a;

/**
 * One document a line (NDJSON, JSON Lines). Empty lines are passed over; one that is not JSON is a fault of its own.
 *
 * @throws {SourceError} The last line is cut off.
 */
async function* readJsonLines(file: TextFile): AsyncGenerator<JsonDocument[]> {
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
