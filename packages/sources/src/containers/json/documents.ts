import { isRecord } from 'sequenzy-contract';
import type { TextFile } from '../../input/text-file.ts';
import type { JsonDocument } from './document.ts';
import { isEnvelope, type Envelopes } from './envelopes.ts';
import { firstLineOf } from './first-line.ts';
import { readJsonLines } from './lines.ts';
import { readJsonStream, type EnvelopeListener } from './stream.ts';

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
 * @throws {SourceError} The text is no JSON.
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
