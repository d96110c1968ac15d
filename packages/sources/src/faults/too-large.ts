import { SourceError } from './source-error.ts';

/** Why a record is rejected that is not read. */
export const tooLargeMessage = 'this record is larger than 16 MiB, the limit for one record';

/** For a row without which nothing can be done. */
export function tooLargeRow(file: string, line: number): SourceError {
  return new SourceError(tooLargeMessage, {
    code: 'syntax',
    file,
    line,
    nextStep: 'Shorten its longest cell, or take the record out.',
  });
}
