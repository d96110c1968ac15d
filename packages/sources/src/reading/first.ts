import type { RecordFault } from '../faults/record-fault.ts';
import type { TextFile } from '../input/text-file.ts';
import { readDocuments } from '../containers/json/documents.ts';
import type { Envelopes } from '../containers/json/envelopes.ts';
import { renamed, unwrapped } from '../documents/fields.ts';

/** The first document of a text that can be read. */
export interface First {
  /** Undefined where there is none. */
  readonly value: unknown;
  /** Why the first document cannot be read, where none can. */
  readonly fault?: RecordFault;
}

export async function firstDocumentOf(
  text: TextFile,
  envelopes: Envelopes,
  map: Readonly<Record<string, string>>,
): Promise<First> {
  let fault: RecordFault | undefined;
  for await (const batch of readDocuments(text, envelopes)) {
    const first = batch.find((one) => one.fault === undefined);
    if (first !== undefined) return { value: renamed(unwrapped(first.value)[0], map) };
    fault ??= batch[0]?.fault;
  }
  return { value: undefined, ...(fault && { fault }) };
}
