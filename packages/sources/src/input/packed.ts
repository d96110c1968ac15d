import { createReadStream } from 'node:fs';
import { SourceError } from '../faults/source-error.ts';

/** Whether bytes begin like a zip archive, which a workbook is; also like an empty one. */
export function isZip(head: Uint8Array): boolean {
  return beginsWith(head, [0x50, 0x4b, 3, 4]) || beginsWith(head, [0x50, 0x4b, 5, 6]);
}

/**
 * Refuses an Excel workbook of before 2007. A protected one of today lies inside the same kind of file.
 *
 * @throws {SourceError}
 */
export async function refuseOldWorkbook(
  head: Uint8Array,
  path: string,
  file: string,
): Promise<void> {
  if (!beginsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return;
  const isProtected = await holds(path, Buffer.from('EncryptedPackage', 'utf16le'));
  throw new SourceError(
    isProtected
      ? 'the workbook is protected by a password'
      : 'this is an old Excel workbook (.xls)',
    {
      code: 'damaged',
      file,
      nextStep: isProtected
        ? 'Open it in a spreadsheet program and save it without a password.'
        : 'Open it in a spreadsheet program and save it as .xlsx, .ods or CSV (UTF-8).',
    },
  );
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

async function holds(path: string, wanted: Buffer): Promise<boolean> {
  let end = Buffer.alloc(0);
  // No encoding is set, so the chunks are Buffers.
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([end, chunk]);
    if (bytes.includes(wanted)) return true;
    end = bytes.subarray(-wanted.length);
  }
  return false;
}
