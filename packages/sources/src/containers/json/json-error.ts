import { SourceError } from '../../faults/source-error.ts';

export function jsonError(file: string, line: number, cause: unknown): SourceError {
  return new SourceError('the text is not valid JSON from here on', {
    code: 'syntax',
    file,
    line,
    nextStep: 'Check that the file is complete, or export it again.',
    cause,
  });
}

export function tooLarge(file: string, line: number): SourceError {
  return new SourceError('this record is larger than 16 MiB, the limit for one record', {
    code: 'syntax',
    file,
    line,
    nextStep: 'Take it out or shorten it; give many records as an array, or one a line.',
  });
}
