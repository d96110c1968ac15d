import type { TextFile } from '../input/text-file.ts';
import type { JsonDocument } from './document.ts';
import { readJsonLines } from './lines.ts';
import { readJsonStream } from './stream.ts';

/** Whether a text is JSON of some kind, by its first character. */
export function isJson(head: string): boolean {
  return /^\s*[[{]/.test(head);
}

/**
 * The documents of a JSON text in batches as they are read: the elements of an array or of `{ "products": [] }`,
 * one document a line, or the only one there is.
 *
 * @throws {SourceError} The text is no JSON.
 */
export function readDocuments(file: TextFile): AsyncGenerator<JsonDocument[]> {
  return isOnePerLine(file.head) ? readJsonLines(file) : readJsonStream(file);
}

/** The first line is a whole object, and not one that wraps the others. */
function isOnePerLine(head: string): boolean {
  const line = head.trimStart().split('\n', 1)[0] ?? '';
  if (!line.startsWith('{')) return false;
  try {
    const value = JSON.parse(line) as { products?: unknown }; // it starts with a brace
    return !Array.isArray(value.products);
  } catch {
    return false;
  }
}
