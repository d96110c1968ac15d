import type { FileHandle } from 'node:fs/promises';
import { AtomicFile, reasonOf, StoreError, type Lease } from 'sequenzy-store';
import { formatHeader, type Owner } from '../format/header.ts';
import { formatNote } from '../format/line.ts';
import { LedgerError } from '../ledger-error.ts';
import { latestLines } from './latest-lines.ts';
import type { Loaded } from './load.ts';

/** A file smaller than this is left alone. */
const smallest = 1 << 20;

/** What a new file is called before it takes the old one's place. */
export const newSuffix = '.new';

/** Whether more than half of the lines are replaced by later ones, and the file is large enough to matter. */
export function isWasteful({ index, lines, end }: Loaded): boolean {
  return end > smallest && index.size * 2 < lines;
}

/** Writes the latest line of every key into a new file, closes the old one, and puts the new one in its place. */
export async function compact(
  old: FileHandle,
  file: string,
  owner: Owner,
  { loaded, lease }: { readonly loaded: Loaded; readonly lease: Pick<Lease, 'verify'> },
): Promise<void> {
  let fresh: AtomicFile | undefined;
  try {
    fresh = await AtomicFile.create(file, newSuffix);
    await fresh.write(formatHeader(owner, loaded.salt));
    for (const note of loaded.notes.values()) await fresh.write(formatNote(note));
    for await (const { bytes } of latestLines(old, file, loaded.index)) await fresh.write(bytes);
    await fresh.finish();
    await old.close();
    await lease.verify();
    await fresh.keep();
  } catch (error) {
    await old.close();
    await fresh?.discard();
    if (error instanceof StoreError) throw error;
    const what = `it could not be compacted (${reasonOf(error)}); nothing is lost`;
    throw new LedgerError('write', file, `${what}. Make room, then run again.`, error);
  }
}
