import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { SourceError } from '../faults/source-error.ts';
import { endOfLastCharacter } from './encoding.ts';
import { isAddress } from './address.ts';

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

const exportTable = 'Export as CSV, JSON, .xlsx or .ods.';

const signatures: readonly (readonly [start: readonly number[], kind: string, nextStep: string])[] =
  [[[0x25, 0x50, 0x44, 0x46], 'a PDF', exportTable]];

/** Refuses what is not text. `head` is the beginning of a file that is not UTF-16. */
export function refuseBinary(head: Uint8Array, file: string): void {
  const known = signatures.find(([start]) => start.every((byte, at) => head[at] === byte));
  const [, kind, nextStep] = known ?? [[], 'binary, not text', exportTable];
  if (known === undefined && !head.subarray(0, 4096).includes(0)) return;
  const problem = known === undefined ? `the file is ${kind}` : `this is ${kind}, not text`;
  throw new SourceError(problem, { code: 'damaged', file, nextStep });
}

/** Also a table in HTML, which some shops call an Excel file. */
const start =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table)\b/i;

/**
 * Refuses a page, such as a login, that came instead of the file.
 *
 * @param path The input as the user named it.
 * @throws {SourceError}
 */
export function refuseWebPage(head: string, name: string, path: string): void {
  if (!start.test(head)) return;
  throw new SourceError('this is a web page, not a file with records', {
    code: 'damaged',
    file: name,
    nextStep: isAddress(path)
      ? 'Open the address in a browser where nobody is logged in: it has to download the file, not show a login.'
      : 'Download the export itself. If a spreadsheet program opens it as a table, save it there as .xlsx or CSV (UTF-8).',
  });
}
