import { constants } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hash64 } from 'sequenzy-contract';
import { KeyIndex, syncFolder, systemCode, type FoundLine, type Lease } from 'sequenzy-store';
import type { LedgerWrite } from '../ledger/ledger.ts';
import { compact, isWasteful, newSuffix } from './file/compact.ts';
import { entryOn } from './file/entry-on.ts';
import { loadLedger, type Contents, type Loaded } from './file/load.ts';
import { versionOf } from './file/version-of.ts';
import type { Reopened } from './file-ledger.ts';
import { Feeds } from './format/feeds.ts';
import { formatHeader, newSalt, type Owner } from './format/header.ts';
import { markOf } from './format/mark.ts';
import { migrate, oldCopyOf } from './old/migrate.ts';
import { entriesOf, loadOldLedger, oldEntryOn } from './old/old-ledger.ts';

export interface OpenedLog extends Contents {
  /** Absent where there is no file and none may be made. */
  readonly handle: FileHandle | undefined;
  /** The entry on a line of this file; throws where it was changed while it was open. */
  readonly entryOn: (line: FoundLine) => LedgerWrite;
  readonly end: number;
  readonly reopened: Reopened;
}

/** Opens to read only: nothing is written, truncated, compacted or converted; a missing file is an empty ledger. */
export async function openToRead(file: string, owner: Owner): Promise<OpenedLog> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return { ...nothing(), handle, entryOn: entryOn(file) };
  return closingOnError(handle, async () => {
    if ((await versionOf(handle, file)) === 1) return openOldToRead(handle, file, owner);
    const loaded = await loadLedger(handle, file, owner);
    const { lines, tornBytes } = loaded;
    const reopened = { ...untouched, lines, tornBytes };
    return { ...loaded, handle, entryOn: entryOn(file), reopened };
  });
}

/**
 * Opens to write: converts an old format, drops a torn tail, and compacts where it pays.
 *
 * @param lease Asked before a file is changed or replaced.
 * @param how `salt`: of a file that is made anew; default: drawn. `compacts`: whether it does not have to pay.
 */
export async function openToWrite(
  file: string,
  owner: Owner,
  lease: Pick<Lease, 'verify'>,
  { salt, compacts = false }: { readonly salt?: string; readonly compacts?: boolean } = {},
): Promise<OpenedLog> {
  await rm(`${file}${newSuffix}`, { force: true });
  const old = await migrate(file, owner, lease);
  const first = await openWhole(file, owner, lease, salt);
  if (old === undefined) await rm(oldCopyOf(file), { force: true });
  const compacted = compacts || isWasteful(first.loaded);
  if (compacted) await compact(first.handle, file, owner, { ...first, lease });
  const { handle, loaded } = compacted ? await openWhole(file, owner, lease) : first;
  const { lines, tornBytes } = old ?? first.found;
  const reopened = { lines, tornBytes, compacted, converted: old !== undefined };
  return { ...loaded, handle, entryOn: entryOn(file), reopened };
}

const untouched = { lines: 0, tornBytes: 0, compacted: false, converted: false };

function nothing(): Contents & Pick<OpenedLog, 'end' | 'reopened'> {
  const contents = { index: new KeyIndex(), feeds: new Feeds(), notes: new Map(), salt: '' };
  return { ...contents, end: 0, reopened: untouched };
}

/** As if it had been converted: the index is made anew with the keys of today. */
async function openOldToRead(handle: FileHandle, file: string, owner: Owner): Promise<OpenedLog> {
  const loaded = await loadOldLedger(handle, file, owner);
  const { index, feeds, ...rest } = nothing();
  for await (const { entry, offset } of entriesOf(handle, file, loaded, owner)) {
    index.set(hash64(entry.key), markOf(entry, offset, feeds));
  }
  const { lines, tornBytes } = loaded;
  const reopened = { ...untouched, lines, tornBytes };
  return { ...rest, index, feeds, handle, entryOn: oldEntryOn(file, owner), reopened };
}

interface WholeFile {
  readonly handle: FileHandle;
  readonly found: Loaded;
  /** As found, less a torn tail, plus a header. */
  readonly loaded: Loaded;
}

async function openWhole(
  file: string,
  owner: Owner,
  lease: Pick<Lease, 'verify'>,
  salt = newSalt(),
): Promise<WholeFile> {
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
  return closingOnError(handle, async () => {
    const found = await loadLedger(handle, file, owner);
    await lease.verify();
    if (found.tornBytes > 0) await handle.truncate(found.end);
    if (found.end > 0) return { handle, found, loaded: found };
    const header = formatHeader(owner, salt);
    await handle.appendFile(header);
    await handle.datasync();
    await syncFolder(dirname(file));
    return { handle, found, loaded: { ...found, salt, end: header.length } };
  });
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
