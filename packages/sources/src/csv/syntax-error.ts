import { open } from 'node:fs/promises';
import { SourceError } from '../errors.ts';
import type { TextFile } from '../input/text-file.ts';
import { findBrokenQuote } from './broken-quote.ts';
import type { Delimiter } from './delimiter.ts';
import { maxRecordSize } from './parse.ts';
import type { CsvSyntaxError } from './place.ts';

/** Says on which line the quote stands that makes the rest of the file unreadable. */
export async function describeSyntaxError(
  error: CsvSyntaxError,
  file: TextFile,
  delimiter: Delimiter,
): Promise<SourceError> {
  const broken = findBrokenQuote(await textFrom(file, error.start), delimiter, error.line);
  const problem =
    broken?.kind === 'stray'
      ? 'a quote stands inside a cell that is not quoted'
      : 'a quoted cell is not closed properly';
  return new SourceError(problem, {
    code: 'syntax',
    file: file.name,
    line: broken?.line ?? error.line,
    nextStep:
      'Write quotes inside a cell twice ("") and put the cell in quotes, or export the file again.',
    cause: error,
  });
}

async function textFrom(file: TextFile, start: number): Promise<string> {
  const handle = await open(file.path);
  try {
    const buffer = Buffer.alloc(maxRecordSize + 1024 * 1024);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
