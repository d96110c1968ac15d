import type { TextFile } from '../input/text-file.ts';
import { readDocuments } from '../containers/json/documents.ts';
import type { Envelopes } from '../containers/json/envelopes.ts';
import { renamed, unwrapped } from '../documents/fields.ts';

/** The first document of a text that is small enough to be read. */
export interface First {
  /** Undefined where there is none. */
  readonly value: unknown;
  /** The line of the first document, where all are too large. */
  readonly largeOn?: number;
}

export async function firstDocumentOf(
  text: TextFile,
  envelopes: Envelopes,
  map: Readonly<Record<string, string>>,
): Promise<First> {
  let large: number | undefined;
  for await (const batch of readDocuments(text, envelopes)) {
    const first = batch.find(({ isTooLarge }) => isTooLarge !== true);
    if (first !== undefined) return { value: renamed(unwrapped(first.value)[0], map) };
    large ??= batch[0]?.line;
  }
  return { value: undefined, ...(large !== undefined && { largeOn: large }) };
}
