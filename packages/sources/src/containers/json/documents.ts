import { isRecord } from 'sequenzy-contract';
import type { TextFile } from '../../input/text-file.ts';
import type { JsonDocument } from './document.ts';
import type { MemberListener } from './outline.ts';
import { isEnvelope, type Envelopes } from './envelopes.ts';
import { firstLineOf } from './first-line.ts';
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
 * @param onMember Told of what stands beside a list: `has_more` of `{ "has_more": true, "data": [] }`.
 * @throws {SourceError} The text is no JSON.
 */
export async function* readDocuments(
  file: TextFile,
  envelopes: Envelopes,
  onMember?: MemberListener,
): AsyncGenerator<JsonDocument[]> {
  const first = await firstLineOf(file);
  // A whole object, and not one that wraps the others.
  const isOnePerLine = isRecord(first) && !isEnvelope(first, envelopes);
  yield* isOnePerLine ? readJsonLines(file) : readJsonStream(file, envelopes, onMember);
}
