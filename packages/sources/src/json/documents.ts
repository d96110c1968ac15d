import type { TextFile } from '../input/text-file.ts';
import type { JsonDocument } from './document.ts';
import { isFields } from './fields.ts';
import { readJsonLines } from './lines.ts';
import { readJsonStream } from './stream.ts';

/** Whether a text is JSON of some kind, by its first character. */
export function isJson(head: string): boolean {
  return /^\s*[[{]/.test(head);
}

/**
 * The documents of a JSON text in batches as they are read: the elements of an array or of one in an envelope such as
 * `{ "products": [] }`, one document a line, or the only one there is, in an envelope or bare.
 *
 * @param envelopes Keys that hold the list of documents, or the only one.
 * @throws {SourceError} The text is no JSON.
 */
export function readDocuments(
  file: TextFile,
  envelopes: readonly string[] = ['products'],
): AsyncGenerator<JsonDocument[]> {
  return isOnePerLine(file.head, envelopes) ? readJsonLines(file) : readJsonStream(file, envelopes);
}

/** The first line is a whole object, and not one that wraps the others. */
function isOnePerLine(head: string, envelopes: readonly string[]): boolean {
  const line = head.trimStart().split('\n', 1)[0] ?? '';
  if (!line.startsWith('{')) return false;
  try {
    const value: unknown = JSON.parse(line);
    return isFields(value) && !envelopes.some((key) => isEnvelope(value[key]));
  } catch {
    return false;
  }
}

function isEnvelope(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
