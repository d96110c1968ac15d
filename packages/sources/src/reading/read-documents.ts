import { readDocuments } from '../json/documents.ts';
import type { Settings } from '../source.ts';
import type { DocumentInput } from './inputs.ts';
import type { Intake } from './intake.ts';

/** Reads a JSON text to its end into the intake, one fragment for each document. */
export async function readAllDocuments(
  input: DocumentInput,
  file: number,
  settings: Settings,
  map: Readonly<Record<string, string>>,
  intake: Intake,
): Promise<void> {
  const { documents, name } = intake.source;
  if (documents === undefined) throw new TypeError(`${name} reads no documents`);
  for await (const batch of readDocuments(input.text)) {
    for (const { value, line, start, end } of batch) {
      const document = { value, line, file: input.text.name, map };
      intake.add({ file, start, end, line }, undefined, documents.map(document, settings));
    }
    intake.tally.rows += batch.length;
    await intake.drain();
  }
}
