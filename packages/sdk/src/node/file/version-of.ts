import type { FileHandle } from 'node:fs/promises';
import { versionIn } from '../format/header.ts';

const firstGuess = 1024;

/** The format version in a ledger's header; 0 where there is no whole header. */
export async function versionOf(handle: FileHandle, file: string): Promise<number> {
  for (let length = firstGuess; ; length *= 8) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    if (end >= 0) return versionIn(file, buffer.toString('utf8', 0, end));
    if (bytesRead < length) return 0;
  }
}
