import type { Delimiter } from '../csv/delimiter.ts';
import { readRows } from '../csv/parse.ts';
import { CsvSyntaxError } from '../csv/place.ts';
import { describeSyntaxError } from '../csv/syntax-error.ts';
import { SourceError } from '../errors.ts';
import type { TextFile } from '../input/text-file.ts';
import { readDocuments } from '../json/documents.ts';
import type { Envelopes } from '../json/envelopes.ts';
import { renamed, unwrapped } from '../json/fields.ts';

/** @throws {SourceError} The text has none, or is not CSV. */
export async function headerOf(text: TextFile, delimiter: Delimiter): Promise<readonly string[]> {
  try {
    for await (const [row] of readRows(text, delimiter)) {
      if (row !== undefined) return row.cells;
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw await describeSyntaxError(error, text, delimiter);
  }
  throw new SourceError('the file has no header', {
    code: 'empty',
    file: text.name,
    nextStep: 'Export the file again.',
  });
}

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
