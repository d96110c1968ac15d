import type { TextFile } from '../input/text-file.ts';
import { readDocuments } from '../containers/json/documents.ts';
import type { Envelopes } from '../containers/json/envelopes.ts';
import { renamed, unwrapped } from '../documents/fields.ts';

/** Undefined where there is none. */
export async function firstDocumentOf(
  text: TextFile,
  envelopes: Envelopes,
  map: Readonly<Record<string, string>>,
): Promise<unknown> {
  for await (const [document] of readDocuments(text, envelopes)) {
    if (document !== undefined) return renamed(unwrapped(document.value)[0], map);
  }
  return undefined;
}
