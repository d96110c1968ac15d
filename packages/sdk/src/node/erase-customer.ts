import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode, takeLease, type Lease } from 'sequenzy-store';
import { addressHash } from '../ledger/addresses.ts';
import { erasureKeys, isErasure } from '../ledger/erasures.ts';
import { DiskLedger } from './disk-ledger.ts';
import { parseObject } from './format/line.ts';
import { asLedgerError } from './ledger-error.ts';
import { locate } from './location.ts';
import { openToRead, openToWrite } from './open-log.ts';

/** A company at an API, whose ledgers lie in a folder of their own. */
export interface LedgerOwner {
  readonly company: string;
  /** Origin of the API. */
  readonly origin: string;
}

/** {@link eraseFromLedgers} */
export interface EraseOptions {
  /** State folder. */
  readonly folder: string;
  readonly email: string;
  /** Whose orders are erased. Default: those of every company in the folder. */
  readonly owners?: readonly LedgerOwner[];
  /** Only look. Default: false. */
  readonly dryRun?: boolean;
  /** Ends waiting for a run that may be over. */
  readonly signal?: AbortSignal;
}

/** What a ledger remembered of a customer. */
export interface ErasedOrders extends LedgerOwner {
  readonly file: string;
  /** Orders that were known as the customer's. */
  readonly orders: number;
  /** Orders of which an earlier release remembered the id alone: whose they are is not known. */
  readonly unowned: number;
}

const names = ['relay', 'orders'] as const;

/**
 * Takes a customer out of the ledgers of orders in a state folder. A salted hash of the address stays, by which `backfill`
 * and `pushChanged` know that nothing may be sent of that customer any more. The hash is written first and the files are
 * rewritten last: killed at any moment, the same call completes it.
 *
 * @throws LedgerLockedError where a backfill or a relay is using one of them. Nothing was erased then.
 * @throws LedgerError where one is damaged, or cannot be written.
 * @example
 * await eraseFromLedgers({ folder: 'state', email: 'ann@shop.example' });
 */
export async function eraseFromLedgers(options: EraseOptions): Promise<readonly ErasedOrders[]> {
  const { folder, owners = await ownersIn(folder) } = options;
  const leases: Lease[] = [];
  try {
    if (options.dryRun !== true) await takeAll(options, owners, leases);
    const erased: ErasedOrders[] = [];
    for (const owner of owners) erased.push(...(await eraseFrom(owner, options, leases)));
    return erased;
  } catch (error) {
    throw asLedgerError(error);
  } finally {
    for (const lease of leases) await lease.release();
  }
}

/** All companies of which something is remembered in a state folder. */
export async function ownersIn(folder: string): Promise<readonly LedgerOwner[]> {
  const found = new Map<string, LedgerOwner>();
  for (const entry of await orNone(readdir(folder, { withFileTypes: true }))) {
    if (!entry.isDirectory()) continue;
    const files = await orNone(readdir(join(folder, entry.name)));
    for (const file of files.filter((name) => name.endsWith('.ndjson'))) {
      const owner = await ownerIn(join(folder, entry.name, file));
      if (owner !== undefined) found.set(JSON.stringify(owner), owner);
    }
  }
  return [...found.values()];
}

async function takeAll(
  { folder, signal }: EraseOptions,
  owners: readonly LedgerOwner[],
  leases: Lease[],
): Promise<void> {
  for (const owner of owners) {
    for (const name of names) {
      const location = locate(folder, { ...owner, name });
      await mkdir(location.folder, { recursive: true, mode: 0o700 });
      leases.push(await takeLease(location.lease, { signal }));
    }
  }
}

async function eraseFrom(
  owner: LedgerOwner,
  { folder, email, dryRun = false }: EraseOptions,
  leases: readonly Lease[],
): Promise<readonly ErasedOrders[]> {
  const verify = async (): Promise<void> => {
    for (const lease of leases) await lease.verify();
  };
  const erased: ErasedOrders[] = [];
  let salt: string | undefined;
  for (const name of names) {
    const whose = { ...owner, name };
    const { file } = locate(folder, whose);
    const isThere = (await orNone(stat(file).then(() => [true]))).length > 0;
    // Orders that were never sent from here have to stay unsent too.
    if (!isThere && (dryRun || name === 'relay')) continue;
    const how = salt === undefined ? {} : { salt };
    const opened = dryRun
      ? await openToRead(file, whose)
      : await openToWrite(file, whose, { verify }, how);
    const release = (): Promise<void> => Promise.resolve(); // all are released at the end
    const lease = dryRun ? undefined : { verify, release };
    const ledger = new DiskLedger(file, opened, lease, () => Date.now());
    salt = ledger.salt;
    try {
      const { keys, unowned } = await ordersOf(ledger, email);
      erased.push({ ...owner, file, orders: keys.length, unowned });
      if (dryRun) continue;
      const erasures = await erasureKeys(email, ledger.salt);
      await ledger.write(erasures.map((key) => ({ key, fingerprint: null })));
      await ledger.write(keys.map((key) => ({ key, fingerprint: null, forget: true })));
    } finally {
      await ledger.close();
    }
    // Lines that count no more leave the disk as well.
    const rewritten = await openToWrite(file, whose, { verify }, { compacts: true });
    await rewritten.handle?.close();
  }
  return erased;
}

async function ordersOf(ledger: DiskLedger, email: string) {
  const hash = addressHash(email, ledger.salt);
  const keys: string[] = [];
  let unowned = 0;
  for await (const { key, order } of ledger.list()) {
    if (isErasure(key)) continue;
    if (order?.email === hash) keys.push(key);
    if (order === undefined || order.email === '') unowned += 1;
  }
  return { keys, unowned };
}

/** More than a header has. */
const headerBytes = 4096;

/** Whose ledger a file is; undefined where it is none. */
async function ownerIn(file: string): Promise<LedgerOwner | undefined> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n');
    const { sequenzyLedger, company, origin } = parseObject(line) ?? {};
    const isHeader = sequenzyLedger !== undefined;
    if (!isHeader || typeof company !== 'string' || typeof origin !== 'string') return undefined;
    return { company, origin };
  } finally {
    await handle.close();
  }
}

async function orNone<Item>(reading: Promise<Item[]>): Promise<Item[]> {
  return reading.catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
}
