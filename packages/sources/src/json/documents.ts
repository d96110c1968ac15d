import { isRecord } from 'sequenzy-contract';
import type { TextFile } from '../input/text-file.ts';
import type { JsonDocument } from './document.ts';
import type { MemberListener } from './element-tracker.ts';
import { isEnvelope, type Envelopes } from './envelopes.ts';
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
export function readDocuments(
  file: TextFile,
  envelopes: Envelopes,
  onMember?: MemberListener,
): AsyncGenerator<JsonDocument[]> {
  return isOnePerLine(file.head, envelopes)
    ? readJsonLines(file)
    : readJsonStream(file, envelopes, onMember);
}

/** The first line is a whole object, and not one that wraps the others. */
function isOnePerLine(head: string, envelopes: Envelopes): boolean {
  const line = head.trimStart().split('\n', 1)[0] ?? '';
  if (!line.startsWith('{')) return false;
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) && !isEnvelope(value, envelopes);
  } catch {
    return false;
  }
}
