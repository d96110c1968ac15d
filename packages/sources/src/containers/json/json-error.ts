import { SourceError } from '../../faults/source-error.ts';
import { tooLargeMessage } from '../../faults/too-large.ts';

/** The text is not JSON from this line on. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly line: number;

  constructor(line: number) {
    super(`not valid JSON from line ${String(line)} on`);
    this.line = line;
  }
}

export function jsonError(file: string, line: number, cause: unknown): SourceError {
  return new SourceError('the text is not valid JSON from here on', {
    code: 'syntax',
    file,
    line,
    nextStep: 'Check that the file is complete, or export it again.',
    cause,
  });
}

/** For a text that is one record and nothing else, or ends within one. */
export function tooLarge(file: string, line: number): SourceError {
  return new SourceError(tooLargeMessage, {
    code: 'syntax',
    file,
    line,
    nextStep: 'Take it out or shorten it; give many records as an array, or one a line.',
  });
}
