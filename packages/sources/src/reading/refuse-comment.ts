import { SourceError } from '../errors.ts';

/**
 * Some templates of feeds have a line for people above the columns. How many there are is not documented.
 *
 * @param names What stands where the columns should.
 * @throws {SourceError} It is such a line.
 */
export function refuseComment(file: string, [first = '']: readonly string[]): void {
  const text = first.trim();
  if (!text.startsWith('#')) return;
  throw new SourceError('the first line is a comment, and the columns have to stand there', {
    code: 'unknown-format',
    file,
    line: 1,
    value: text.length > longest ? `${text.slice(0, longest)}…` : text,
    nextStep: 'Remove the lines above the columns.',
  });
}

const longest = 60;
