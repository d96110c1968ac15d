import { SourceError } from '../../faults/source-error.ts';
import { listed } from '../../text/listed.ts';

const saveAsWorkbook = 'Open it in its program and save it as .xlsx, .ods or CSV (UTF-8).';

/** What else is a zip archive, by the names of its parts. */
const kinds: readonly (readonly [part: RegExp, kind: string, nextStep: string])[] = [
  [/^xl\/workbook\.bin$/, 'a binary Excel workbook (.xlsb)', saveAsWorkbook],
  [/^index(\/document\.iwa|\.zip)$/, 'a document of Apple Numbers', saveAsWorkbook],
  [/^word\//, 'a Word document', 'Export the table itself, as .xlsx, .ods or CSV (UTF-8).'],
  [/^ppt\//, 'a PowerPoint document', 'Export the table itself, as .xlsx, .ods or CSV (UTF-8).'],
  [/^content\.xml$/, 'a text document', 'Export the table itself, as .xlsx, .ods or CSV (UTF-8).'],
];

/** @param parts Names in lower case. */
export function noWorkbook(parts: readonly string[], file: string): SourceError {
  const [, kind, nextStep] = kinds.find(([part]) => parts.some((name) => part.test(name))) ?? [];
  const details = { code: 'damaged', file } as const;
  if (kind !== undefined && nextStep !== undefined) {
    return new SourceError(`this is ${kind}`, { ...details, nextStep });
  }
  const files = parts.filter((name) => !name.endsWith('/'));
  const held = files.length === 0 ? 'nothing in it' : `these files in it: ${listed(files)}`;
  return new SourceError(`this is a zip archive with ${held}`, {
    ...details,
    nextStep: 'Unpack it, and name the file inside.',
  });
}
