import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError, type LeaseHolder } from '../errors/store-error.ts';
import { formatClaim, parseClaim, type Claim } from './claim.ts';
import { filesOf, makeFile, pathOf, textOf, type LeaseFile } from './lease-files.ts';
import { Lease } from './lease.ts';
import { fateOf, ownIdentity, type ProcessIdentity } from './process-identity.ts';
import { leaseTimes, systemClock, type LeaseClock, type LeaseTimes } from './times.ts';

/** Nobody here can tell at once whether the holder lives: it is watched. */
export interface LeaseWait {
  /** Absent where its file cannot be read. */
  readonly holder: LeaseHolder | undefined;
  /** After so many milliseconds without a sign of life it is replaced. */
  readonly atMost: number;
}

export interface LeaseOptions {
  /** When it was taken, for those who meet it. Default: now. */
  readonly since?: number;
  /** This process, for those who take many leases. Default: the system is asked. */
  readonly identity?: ProcessIdentity;
  /** Ends waiting. */
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: ((wait: LeaseWait) => void) | undefined;
  readonly times?: LeaseTimes;
  readonly clock?: LeaseClock;
}

/**
 * Takes the lease `name`, a path beside which its files stand. One process holds it at a time, on any number of hosts and
 * in any number of containers that share the folder.
 *
 * A holder that is known to be dead is replaced at once: its number is that of no process in the same PID namespace. Any
 * other is watched, and replaced when it was not renewed in all the time that {@link LeaseTimes.silence} says. That is
 * measured by the watcher alone: clocks of two machines need not agree.
 *
 * Whoever takes it makes the file with the next number, which one process can, and has the lease if nothing else has
 * changed meanwhile; then it removes the files of those before it, by which they know that they have lost it.
 *
 * @throws {StoreError} `held`, with who holds it, where that process lives; what the system says where the folder cannot
 * be used; the signal's reason.
 */
export async function takeLease(name: string, options: LeaseOptions = {}): Promise<Lease> {
  const { clock = systemClock, times = leaseTimes, signal } = options;
  const now = clock.now();
  const claim: Claim = {
    token: randomUUID(),
    ...(options.identity ?? (await ownIdentity())),
    since: options.since ?? now,
    renewals: 0,
    renewedAt: now,
  };
  for (;;) {
    signal?.throwIfAborted();
    const standing = await filesOf(name);
    const finding = await fateOfAll(name, standing, { ...options, clock, times });
    if (finding === 'changed') continue;
    const path = pathOf(name, (standing.at(-1)?.number ?? 0) + 1);
    if (!(await makeFile(path, formatClaim({ ...claim, renewedAt: clock.now() })))) continue;
    const lease = new Lease({ name, path, claim, times, clock });
    try {
      if (await isAlone(name, path, standing, finding === 'dead' ? 0 : times.settle)) return lease;
    } catch (error) {
      await lease.release();
      throw error;
    }
    await lease.release();
    await sleep(Math.random() * times.poll);
  }
}

type Finding = 'dead' | 'silent' | 'changed';

/** What became of those before: `changed` where something moved while they were watched. */
async function fateOfAll(
  name: string,
  standing: readonly LeaseFile[],
  watching: Watching,
): Promise<Finding> {
  const { clock, times } = watching;
  let finding: Finding = 'dead';
  for (const { text } of standing) {
    const claim = parseClaim(text);
    const fate = claim === undefined ? 'unknown' : await fateOf(claim);
    if (fate === 'dead') continue;
    // On one machine there is one clock.
    const isFresh = claim !== undefined && clock.now() - claim.renewedAt < times.late;
    if (fate === 'alive' && isFresh) throw held(name, claim);
    finding = 'silent';
  }
  if (finding === 'dead') return finding;
  return (await staySilent(name, standing, watching)) ? finding : 'changed';
}

interface Watching extends LeaseOptions {
  readonly times: LeaseTimes;
  readonly clock: LeaseClock;
}

async function staySilent(
  name: string,
  standing: readonly LeaseFile[],
  { times, clock, signal, onWait }: Watching,
): Promise<boolean> {
  const before = new Map(standing.map(({ text }) => [parseClaim(text)?.token, text]));
  const last = standing.map(({ text }) => parseClaim(text)).findLast((one) => one !== undefined);
  onWait?.({ holder: last && holderOf(last), atMost: times.silence + times.settle });
  const from = clock.monotonic();
  while (clock.monotonic() - from < times.silence) {
    await sleep(times.poll, undefined, { signal }).catch(() => undefined);
    signal?.throwIfAborted();
    const found = await filesOf(name);
    if (isSame(found, standing)) continue;
    for (const { text } of found) {
      const claim = parseClaim(text);
      if (claim !== undefined && (before.get(claim.token) ?? text) !== text) {
        throw held(name, claim);
      }
    }
    return false;
  }
  return true;
}

/** Looks whether nobody else moved, and puts those before it out. */
async function isAlone(
  name: string,
  own: string,
  standing: readonly LeaseFile[],
  settle: number,
): Promise<boolean> {
  const others = (await filesOf(name)).filter(({ path }) => path !== own);
  if (!isSame(others, standing)) return false;
  for (const { path } of standing) await rm(path, { force: true, maxRetries: 10 });
  await sleep(settle);
  return (await textOf(own)) !== undefined;
}

function isSame(some: readonly LeaseFile[], others: readonly LeaseFile[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ path, text }, at) => path === others[at]?.path && text === others[at].text)
  );
}

function held(name: string, claim: Claim): StoreError {
  const { pid, host } = claim;
  const since = new Date(claim.since).toISOString();
  const problem = `process ${pid} on host ${host} has held it since ${since}`;
  return new StoreError('held', name, problem, { holder: holderOf(claim) });
}

function holderOf({ pid, host, since }: Claim): LeaseHolder {
  return { pid, host, since: new Date(since) };
}
