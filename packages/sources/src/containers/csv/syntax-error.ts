import { open } from 'node:fs/promises';
import { SourceError } from '../../faults/source-error.ts';
import type { TextFile } from '../../input/text-file.ts';
import { findBrokenQuote, type BrokenQuote } from './broken-quote.ts';
import type { Delimiter } from './delimiter.ts';
import { maxRecordSize } from './parse.ts';
import { tooLarge as tooLargeRecord, type CsvSyntaxError } from './place.ts';

/**
 * Says in which cell the quote stands that makes the rest of the file unreadable.
 *
 * @param names The columns, where they are known.
 */
export async function describeSyntaxError(
  error: CsvSyntaxError,
  file: TextFile,
  delimiter: Delimiter,
  names: readonly string[] = [],
): Promise<SourceError> {
  const broken = findBrokenQuote(await textFrom(file, error.start), delimiter, error.line);
  const isTooLarge = error.reason === tooLargeRecord;
  const column = names[broken?.cell ?? -1]?.trim() ?? '';
  const { problem, nextStep } =
    broken === undefined
      ? tooLarge
      : { problem: problemOf(broken, isTooLarge), nextStep: fixQuote };
  return new SourceError(problem, {
    code: 'syntax',
    file: file.name,
    line: broken?.line ?? error.line,
    ...(column !== '' && { column }),
    ...(broken !== undefined && { value: broken.value }),
    nextStep,
    cause: error,
  });
}

const limit = '16 MiB, the limit for one record';

const tooLarge = {
  problem: `this record is larger than ${limit}`,
  nextStep: 'Shorten its longest cell, or take the record out.',
};

const fixQuote =
  'Write each quote inside a cell twice ("") and put quotes around that cell, or export the file again.';

function problemOf({ line, closedOn, value }: BrokenQuote, isTooLarge: boolean): string {
  if (closedOn === line) return `text follows the closing quote in ${value}`;
  if (closedOn !== undefined) {
    return `the quote that opens in ${value} is closed on line ${String(closedOn)}, and text follows it there`;
  }
  const where = isTooLarge ? `within ${limit}` : 'before the end of the file';
  return `the quote that opens in ${value} is not closed ${where}`;
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
