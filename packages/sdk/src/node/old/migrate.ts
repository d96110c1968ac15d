import { copyFile, link, open, rm, type FileHandle } from 'node:fs/promises';
import { AtomicFile, reasonOf, StoreError, systemCode, type Lease } from 'sequenzy-store';
import { newSuffix } from '../file/compact.ts';
import { loadLedger } from '../file/load.ts';
import { versionOf } from '../file/version-of.ts';
import { formatHeader, newSalt, type Owner } from '../format/header.ts';
import { formatLine } from '../format/line.ts';
import { LedgerError } from '../ledger-error.ts';
import { entriesOf, loadOldLedger, type OldLoaded } from './old-ledger.ts';

/** What the file of format 1 is kept under until the ledger was opened again. */
export function oldCopyOf(file: string): string {
  return `${file}.v1`;
}

/**
 * Converts a ledger of format 1, in one step: until the rename it is the old file, from then on the new one. A ledger
 * of format 2, or none, is left alone.
 *
 * @returns what was found in the old file; `undefined` where nothing was converted.
 */
export async function migrate(
  file: string,
  owner: Owner,
  lease: Pick<Lease, 'verify'>,
): Promise<OldLoaded | undefined> {
  const old = await open(file, 'r').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (old === undefined) return undefined;
  let fresh: AtomicFile | undefined;
  let loaded: OldLoaded;
  try {
    if ((await versionOf(old, file)) !== 1) return undefined;
    loaded = await loadOldLedger(old, file, owner);
    fresh = await AtomicFile.create(file, newSuffix);
    const count = await convert(old, file, owner, loaded, fresh);
    await requireWhole(fresh.temporary, owner, count);
    await lease.verify();
    await keepOld(file);
  } catch (error) {
    await fresh?.discard();
    const isKnown = error instanceof LedgerError || error instanceof StoreError;
    throw isKnown ? error : notConverted(file, error);
  } finally {
    await old.close();
  }
  await fresh.keep();
  return loaded;
}

/** Gives back how many entries were written. */
async function convert(
  old: FileHandle,
  file: string,
  owner: Owner,
  loaded: OldLoaded,
  fresh: AtomicFile,
): Promise<number> {
  let count = 0;
  await fresh.write(formatHeader(owner, newSalt()));
  for await (const { entry, time } of entriesOf(old, file, loaded, owner)) {
    await fresh.write(formatLine(entry, time));
    count += 1;
  }
  await fresh.finish();
  return count;
}

/** Reads the new file back before it replaces the old one. */
async function requireWhole(fresh: string, owner: Owner, count: number): Promise<void> {
  const handle = await open(fresh, 'r');
  try {
    const { lines, tornBytes } = await loadLedger(handle, fresh, owner);
    if (lines === count && tornBytes === 0) return;
    throw new Error(`the disk gave back ${lines} of ${count} entries`);
  } finally {
    await handle.close();
  }
}

/** A second name for the old file; a copy where the file system has no hard links. */
async function keepOld(file: string): Promise<void> {
  await rm(oldCopyOf(file), { force: true });
  await link(file, oldCopyOf(file)).catch(() => copyFile(file, oldCopyOf(file)));
}

function notConverted(file: string, cause: unknown): LedgerError {
  const problem = `it could not be converted to format 2 (${reasonOf(cause)}); nothing is lost`;
  return new LedgerError('write', file, `${problem}. Make room, then run again.`, cause);
}
