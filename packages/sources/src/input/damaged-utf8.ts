import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { SourceError } from '../faults/source-error.ts';
import { endOfLastCharacter } from './encoding.ts';

const newline = 0x0a;

/** A character of more than one byte, where each byte is written as one Latin-1 character. */
const multiByte = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/;

/**
 * Tells damaged UTF-8 from text that never was UTF-8: only in the first do characters of several bytes occur.
 *
 * @param path A text that is not valid UTF-8.
 * @throws {SourceError} It is damaged, on the line named.
 */
export async function refuseDamagedUtf8(path: string, name: string): Promise<void> {
  let carry: Uint8Array = new Uint8Array(0);
  let line = 1;
  let isIntact = true;
  let hasMultiByte = false;
  const chunks = createReadStream(path, { highWaterMark: 256 * 1024 });
  // No encoding is set, so the chunks are Buffers.
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([carry, chunk]);
    const whole = bytes.subarray(0, endOfLastCharacter(bytes));
    carry = bytes.subarray(whole.length);
    hasMultiByte ||= multiByte.test(whole.toString('latin1'));
    if (isIntact) {
      isIntact = isUtf8(whole);
      line += isIntact ? newlinesIn(whole) : intactLinesOf(whole);
    }
    if (hasMultiByte && !isIntact) throw damaged(name, line);
  }
  if (hasMultiByte) throw damaged(name, line);
}

/** How many lines come before the first that is not UTF-8. */
function intactLinesOf(bytes: Buffer): number {
  let lines = 0;
  let from = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
    if (!isUtf8(bytes.subarray(from, end))) break;
    from = end + 1;
    lines += 1;
  }
  return lines;
}

function newlinesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

function damaged(file: string, line: number): SourceError {
  return new SourceError('the text is UTF-8 with a damaged character', {
    code: 'damaged',
    file,
    line,
    nextStep: 'Correct the character on this line and save the file as UTF-8, or export it again.',
  });
}
