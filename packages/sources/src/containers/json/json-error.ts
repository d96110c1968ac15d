import type { RecordFault } from '../../faults/record-fault.ts';
import { SourceError } from '../../faults/source-error.ts';
import { tooLargeMessage } from '../../faults/too-large.ts';

/** The text is not JSON from this line on. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly line: number;
  /** Whether it is JSON up to its end, and more would have to follow. */
  readonly isCutOff: boolean;

  constructor(line: number, isCutOff = false) {
    super(`not valid JSON from line ${String(line)} on`);
    this.line = line;
    this.isCutOff = isCutOff;
  }
}

/** For a text of which nothing behind that line can be read. */
export function jsonError(file: string, error: JsonSyntaxError): SourceError {
  const { line, isCutOff } = error;
  return new SourceError(
    isCutOff
      ? 'the file ends in the middle of this record or list, as after a download that was cut off'
      : 'the text is not valid JSON from here on',
    {
      code: 'syntax',
      file,
      line,
      nextStep: 'Check that the file is complete, or export it again.',
      cause: error,
    },
  );
}

export function tooLarge(line: number): RecordFault {
  return { path: '', message: tooLargeMessage, line };
}

export function notJson(line: number): RecordFault {
  return { path: '', message: 'this record is not valid JSON', line };
}

/** For a text of which no record can be read. */
export function unreadable(file: string, { message, line }: RecordFault): SourceError {
  return new SourceError(message, {
    code: 'syntax',
    file,
    line,
    nextStep:
      message === tooLargeMessage
        ? 'Take it out or shorten it; give many records as an array, or one a line.'
        : 'Check that the file is complete, or export it again.',
  });
}
