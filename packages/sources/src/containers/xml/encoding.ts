import { SourceError } from '../../faults/source-error.ts';
import type { TextFile } from '../../input/text-file.ts';

const western = /^(windows-1252|iso-8859-1|latin1|us-ascii)$/i;

/** A text that is not UTF-8 was read as Windows-1252; one that says it is something else again was misread. */
export function refuseForeignEncoding({ head, encoding, name }: TextFile): void {
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1];
  if (encoding !== 'windows-1252' || declared === undefined || western.test(declared)) return;
  throw new SourceError(`the text says it is ${declared}, which is not read`, {
    code: 'damaged',
    file: name,
    line: 1,
    value: declared,
    nextStep: 'Save it as UTF-8.',
  });
}
