import { hash64, isRecord, turn } from 'sequenzy-contract';
import { readDocuments } from '../containers/json/documents.ts';
import { envelopesOf } from '../containers/json/envelopes.ts';
import type { DocumentReader } from './format.ts';
import { unwrapped } from '../documents/fields.ts';
import { mapDocuments } from './mapped.ts';
import { documentsOf } from './documents-of.ts';
import type { Families } from './families.ts';
import type { DocumentInput } from './inputs.ts';
import type { Intake } from './intake.ts';
import { refusePlatformError } from './platform-error.ts';
import type { Documents } from '../documents/document.ts';
import type { RecordTypes, SourceOf } from './record-kind.ts';

/** Reads a JSON text to its end into the intake, one fragment for each document. */
export async function readAllDocuments<Kind extends RecordTypes>(
  input: DocumentInput,
  file: number,
  settings: Kind['settings'],
  families: Families,
  intake: Intake<Kind>,
): Promise<void> {
  const reader = documentReaderOf(intake.source);
  const { name } = input.text;
  const documents = readDocuments(input.text, envelopesOf(reader), (envelope, line) => {
    refusePlatformError(name, envelope, intake.source, line);
    intake.pages.add(envelope);
  });
  for await (const batch of documents) {
    for (const { value, line, start, end, fault } of batch) {
      const due = turn();
      if (due !== undefined) await due;
      if (fault !== undefined) {
        const rejected = (): Kind['mapped'] => intake.kind.damaged(intake.kind.blank, [fault]);
        intake.add({ file, start, end, line }, undefined, rejected, () => hash64(String(start)));
        intake.tally.rows += 1;
        intake.firstUnread ??= { ...fault, file: name };
        continue;
      }
      if (isRecord(value) && reader.saysNone?.(value) === true) continue;
      refusePlatformError(name, value, intake.source, line);
      for (const one of unwrapped(value)) intake.ignored.document(one);
      const documents = documentsOf(value, line, input);
      for (const one of documents) intake.tally.seeDocument(reader, one.value);
      intake.add(
        { file, start, end, line },
        families.keyOf(keyOf(reader, documents)),
        () => mapDocuments(reader, documents, settings, intake.kind),
        () => hash64(JSON.stringify(value)),
      );
      intake.tally.rows += documents.length;
    }
    await intake.drain();
  }
}

/** The part of a source that was chosen for documents. */
export function documentReaderOf<Kind extends RecordTypes>(
  source: SourceOf<Kind>,
): DocumentReader<Kind['mapped'], Kind['settings']> {
  if (source.documents === undefined) throw new TypeError(`${source.name} reads no documents`);
  return source.documents;
}

function keyOf(reader: DocumentReader<unknown, never>, [{ value }]: Documents): string | undefined {
  return isRecord(value) ? reader.keyOf?.(value) : undefined;
}
