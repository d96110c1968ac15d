import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyIndex } from '../memory/key-index.ts';
import { formatHeader, type Owner } from './header.ts';
import { latestLines } from './keys.ts';
import type { Loaded } from './load.ts';

/** A file smaller than this is left alone. */
const smallest = 1 << 20;
const bufferBytes = 1 << 20;

/** Whether more than half of the lines are replaced by later ones, and the file is large enough to matter. */
export function isWasteful({ index, lines, end }: Loaded): boolean {
  return end > smallest && index.size * 2 < lines;
}

/** Where a new file is written before it takes the old one's place. */
export function compactingFile(file: string): string {
  return `${file}.new`;
}

/** Writes the latest line of every key into a new file, and makes that the ledger's in one step. */
export async function writeCompacted(
  old: FileHandle,
  file: string,
  owner: Owner,
  index: KeyIndex,
): Promise<void> {
  const fresh = await open(compactingFile(file), 'w', 0o600);
  try {
    let buffer: Buffer[] = [Buffer.from(formatHeader(owner))];
    let held = 0;
    for await (const { bytes } of latestLines(old, file, index)) {
      buffer.push(bytes);
      held += bytes.length;
      if (held < bufferBytes) continue;
      await fresh.appendFile(Buffer.concat(buffer));
      buffer = [];
      held = 0;
    }
    await fresh.appendFile(Buffer.concat(buffer));
    await fresh.sync();
  } catch (error) {
    await fresh.close();
    await rm(compactingFile(file), { force: true });
    throw error;
  }
  await fresh.close();
}

/** The old file must be closed: Windows replaces no open file. */
export async function swapIn(file: string): Promise<void> {
  await rename(compactingFile(file), file);
  await syncFolder(dirname(file));
}

/** Makes a name durable. Windows cannot open a folder, and does not need to. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
