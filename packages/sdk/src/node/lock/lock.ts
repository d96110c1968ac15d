import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from 'sequenzy-store';
import { LedgerLockedError } from '../ledger-error.ts';
import { ownClaim, parseClaim, type Claim } from './claim.ts';
import { isAlive } from './process-identity.ts';

/** A lock that is held. */
export interface Lock {
  release(): Promise<void>;
}

/** While another process takes a dead one's lock over: how long to wait, and how often. */
const pauseMilliseconds = 10;
const attempts = 500;

/**
 * Takes the lock, or throws a LedgerLockedError that names who holds it. A dead process's lock is taken over; that of
 * another host never is, since nobody here can tell whether it lives.
 *
 * The file appears whole or not at all: it is written under another name and linked. It is replaced only by whoever
 * holds the lock named after the dead holder's token, and who then still finds that token in it; so of any number of
 * processes that see the same dead holder, one gets it, however slow the others are.
 */
export async function takeLock(file: string, now: () => number): Promise<Lock> {
  const claim = await ownClaim(now());
  const draft = `${file}.${claim.token}.draft`;
  await writeDraft(draft, claim);
  try {
    await acquire(file, draft);
  } finally {
    await rm(draft, { force: true });
  }
  return { release: () => release(file, claim) };
}

async function writeDraft(draft: string, claim: Claim): Promise<void> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(claim)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function acquire(file: string, draft: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await linked(draft, file)) return;
    const holder = await holderOf(file);
    if (holder === undefined) continue;
    await refuseUnlessDead(file, holder);
    if (await takeOver(file, draft, holder)) return;
    await sleep(pauseMilliseconds);
  }
  throw new LedgerLockedError(file, 'other processes keep taking the lock. Try again.');
}

/** False when it is there already. */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** `undefined` when it has been released in the meantime. */
async function holderOf(file: string): Promise<Claim | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const holder = parseClaim(text);
  if (holder !== undefined) return holder;
  const advice = 'If no other run is active, remove this file';
  throw new LedgerLockedError(file, `this lock file cannot be read. ${advice}.`);
}

async function refuseUnlessDead(file: string, holder: Claim): Promise<void> {
  const { pid, host } = holder;
  const since = new Date(holder.since);
  const described = { pid, host, since };
  if (host !== hostname()) {
    const who = `process ${pid} on host ${host} has held the ledger since ${since.toISOString()}`;
    const advice = 'If that run is over, remove this file';
    throw new LedgerLockedError(file, `${who}. ${advice}.`, described);
  }
  if (!(await isAlive(pid, holder.start))) return;
  const who = `process ${pid} has held the ledger since ${since.toISOString()}`;
  throw new LedgerLockedError(file, `${who}. Wait until it is done, or end it.`, described);
}

/** Takes a dead holder's lock; false when another process was faster, or is at it. */
async function takeOver(file: string, draft: string, dead: Claim): Promise<boolean> {
  const guard = `${file}.${dead.token}`;
  try {
    await acquire(guard, draft);
  } catch (error) {
    if (error instanceof LedgerLockedError) return false;
    throw error;
  }
  try {
    if ((await holderOf(file))?.token !== dead.token) return false;
    const copy = `${draft}.copy`;
    await link(draft, copy);
    await rename(copy, file);
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

/** Leaves a lock alone that is no longer ours: somebody removed it by hand. */
async function release(file: string, claim: Claim): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (parseClaim(text)?.token === claim.token) await rm(file, { force: true });
}
