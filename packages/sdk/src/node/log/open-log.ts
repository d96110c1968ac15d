import { constants } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Reopened } from '../file-ledger.ts';
import { LedgerError, reasonOf, systemCode } from '../ledger-error.ts';
import { KeyIndex } from '../memory/key-index.ts';
import { compactingFile, isWasteful, swapIn, syncFolder, writeCompacted } from './compact.ts';
import { formatHeader, type Owner } from './header.ts';
import { loadLedger, type Loaded } from './load.ts';

export interface OpenedLog {
  /** Absent where there is no file and none may be made. */
  readonly handle: FileHandle | undefined;
  readonly index: KeyIndex;
  readonly end: number;
  readonly reopened: Reopened;
}

/** Opens to read only: nothing is written, truncated or compacted, and a missing file is an empty ledger. */
export async function openToRead(file: string, owner: Owner): Promise<OpenedLog> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) {
    const reopened = { lines: 0, tornBytes: 0, compacted: false };
    return { handle, index: new KeyIndex(), end: 0, reopened };
  }
  const { index, lines, end, tornBytes } = await closingOnError(handle, () =>
    loadLedger(handle, file, owner),
  );
  return { handle, index, end, reopened: { lines, tornBytes, compacted: false } };
}

/** Opens to write, under the lock: drops a torn tail, and compacts where it pays. */
export async function openToWrite(file: string, owner: Owner): Promise<OpenedLog> {
  await rm(compactingFile(file), { force: true });
  const first = await openWhole(file, owner);
  const { lines, tornBytes } = first.found;
  const reopened = { lines, tornBytes, compacted: isWasteful(first.loaded) };
  if (!reopened.compacted) {
    return { handle: first.handle, index: first.loaded.index, end: first.loaded.end, reopened };
  }
  await compact(first, file, owner);
  const { handle, loaded } = await openWhole(file, owner);
  return { handle, index: loaded.index, end: loaded.end, reopened };
}

interface WholeFile {
  readonly handle: FileHandle;
  readonly found: Loaded;
  /** As found, less a torn tail, plus a header. */
  readonly loaded: Loaded;
}

async function openWhole(file: string, owner: Owner): Promise<WholeFile> {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  return closingOnError(handle, async () => {
    const found = await loadLedger(handle, file, owner);
    if (found.tornBytes > 0) await handle.truncate(found.end);
    if (found.end > 0) return { handle, found, loaded: found };
    const header = Buffer.from(formatHeader(owner));
    await handle.write(header, 0, header.length, 0);
    await handle.datasync();
    await syncFolder(dirname(file));
    return { handle, found, loaded: { ...found, end: header.length } };
  });
}

async function compact({ handle, loaded }: WholeFile, file: string, owner: Owner): Promise<void> {
  try {
    await writeCompacted(handle, file, owner, loaded.index);
  } catch (error) {
    const what = `it could not be compacted (${reasonOf(error)}); nothing is lost`;
    throw new LedgerError('write', file, `${what}. Make room, then run again.`, error);
  } finally {
    await handle.close();
  }
  await swapIn(file);
}

async function closingOnError<Result>(
  handle: FileHandle,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await handle.close();
    throw error;
  }
}
