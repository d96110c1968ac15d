import { mkdir } from 'node:fs/promises';
import { reasonOf, takeLease } from 'sequenzy-store';
import { FollowedLedger } from './beside/followed-ledger.ts';
import { Reservations } from './beside/reservations.ts';
import type { SentElsewhere } from './beside/sent-elsewhere.ts';
import { SharedLedger } from './beside/shared-ledger.ts';
import { DiskLedger } from './disk-ledger.ts';
import type { FileLedger } from './file-ledger.ts';
import type { Owner } from './format/header.ts';
import { asLedgerError, LedgerError, type LockHolder } from './ledger-error.ts';
import { locate, normalOrigin, type Location } from './location.ts';
import { removeOldLock } from './old/old-lock.ts';
import { openToRead, openToWrite } from './open-log.ts';

/** Which ledger to open, and how. */
export interface FileLedgerOptions {
  /** State folder: made if absent, for its owner only (mode 0700). */
  readonly folder: string;
  /** The company's id, not the API key: a ledger outlives a key. */
  readonly company: string;
  /** Origin of the API, such as `https://api.sequenzy.com`. */
  readonly origin: string;
  /** One endpoint's ledger: lower-case letters, digits, hyphens. Default `products`. */
  readonly name?: string;
  /** Neither locks nor writes nor makes a file; a missing one reads as empty. For dry runs. Default false. */
  readonly readonly?: boolean;
  /**
   * Names of ledgers of other programs that send the same records: `orders` is a backfill's, `relay` that of a relay of
   * webhooks. What they remember is read on before anything is sent, and nothing is sent by two at once. Default: none.
   */
  readonly beside?: readonly string[];
  /**
   * What programs on other machines have sent. It is read before anything is sent, told what is sent, and closed with the
   * ledger. Default: there are none.
   */
  readonly elsewhere?: SentElsewhere | undefined;
  /** Where times in the file come from. Default: the system's clock. */
  readonly clock?: { now(): number };
  /** Ends waiting for a run that may be over; its reason is thrown. Default: it waits. */
  readonly signal?: AbortSignal;
  /** Called when it has to be seen first whether the run that holds the ledger is over. */
  readonly onWait?: (wait: LedgerWait) => void;
}

/** A run on another machine or in another container holds the ledger, and may be over. */
export interface LedgerWait {
  /** Absent where that cannot be read. */
  readonly holder: LockHolder | undefined;
  /** After so many milliseconds without a sign of life the ledger is taken over. */
  readonly atMost: number;
}

/**
 * Opens the ledger of one company at one API origin, kept in a file below `folder`. One process may write it at a time,
 * on however many hosts and in however many containers: it holds a lease, and renews it. Where the holder is known to be
 * dead (same machine, same PID namespace) it is replaced at once; elsewhere once it has shown no sign of life for 45
 * seconds. A run that finds itself replaced, such as after its machine was suspended, writes nothing more and its
 * `verify()` rejects. Close it when done.
 *
 * It takes 32 MB of memory and a few seconds to open per million keys.
 *
 * @throws LedgerLockedError where another run has it open.
 * @throws LedgerError where it is damaged, belongs to someone else, is of a newer version, or cannot be written.
 * @throws TypeError where the name or the origin is not as described.
 *
 * @example
 * const ledger = await openFileLedger({ folder: 'state', company: 'comp_1', origin: 'https://api.sequenzy.com' });
 * try {
 *   await ledger.write([{ key: 'sku-1', fingerprint: '0123456789abcdef' }]);
 *   await ledger.read(['sku-1', 'sku-2']); // [{ fingerprint: '0123456789abcdef' }, undefined]
 * } finally {
 *   await ledger.close();
 * }
 */
export async function openFileLedger(options: FileLedgerOptions): Promise<FileLedger> {
  const { company, name = 'products', clock = { now: () => Date.now() } } = options;
  const owner: Owner = { company, origin: normalOrigin(options.origin), name };
  const location = locate(options.folder, owner);
  const now = (): number => clock.now();
  try {
    return options.readonly === true
      ? await openUnheld(location, owner, options, now)
      : await openHeld(location, owner, options, now);
  } catch (error) {
    options.signal?.throwIfAborted();
    const known = asLedgerError(error);
    throw known instanceof LedgerError ? known : cannotOpen(location, error);
  }
}

async function openUnheld(
  { file }: Location,
  owner: Owner,
  options: FileLedgerOptions,
  now: () => number,
): Promise<FileLedger> {
  const ledger = new DiskLedger(file, await openToRead(file, owner), undefined, now);
  const { elsewhere } = options;
  const others = await followedBy(options, owner);
  const isAlone = others.length === 0 && elsewhere === undefined;
  return isAlone ? ledger : new SharedLedger(ledger, { others, elsewhere });
}

async function openHeld(
  { folder, file, lease: leaseName, oldLock }: Location,
  owner: Owner,
  options: FileLedgerOptions,
  now: () => number,
): Promise<FileLedger> {
  const { signal, onWait, elsewhere } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lease = await takeLease(leaseName, { since: now(), signal, onWait });
  try {
    await removeOldLock(oldLock);
    const others = await followedBy(options, owner);
    const salts = [...others.map((other) => other.salt), elsewhere?.salt];
    const salt = salts.find((one) => one !== '' && one !== undefined);
    const ledger = new DiskLedger(
      file,
      await openToWrite(file, owner, lease, salt === undefined ? {} : { salt }),
      lease,
      now,
    );
    if (others.length === 0 && elsewhere === undefined) return ledger;
    const reservations = await Reservations.in(folder);
    return new SharedLedger(ledger, { others, elsewhere, reservations });
  } catch (error) {
    await lease.release();
    throw error;
  }
}

/** The ledgers of others, read as far as they go. */
async function followedBy(
  { folder, beside = [] }: FileLedgerOptions,
  owner: Owner,
): Promise<readonly FollowedLedger[]> {
  const others = beside.map((name) => {
    const other = { ...owner, name };
    return new FollowedLedger(locate(folder, other).file, other);
  });
  for (const other of others) await other.refresh();
  return others;
}

function cannotOpen({ file }: Location, error: unknown): LedgerError {
  const what = `it cannot be opened (${reasonOf(error)})`;
  const advice = 'Check the rights and the room there, or use another state folder';
  return new LedgerError('write', file, `${what}. ${advice}.`, error);
}
