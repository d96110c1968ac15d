import { readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemCode } from 'sequenzy-store';
import { parseObject } from '../format/line.ts';
import { LedgerLockedError } from '../ledger-error.ts';

/**
 * Removes the lock file that an earlier release has left. It was not renewed, so where its process may live nobody can
 * tell whether it does.
 *
 * @throws {LedgerLockedError} where a process of an earlier release may hold it.
 */
export async function removeOldLock(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return;
  const { pid, host, since } = parseObject(text) ?? {};
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'number') {
    const advice = 'If no other run is active, remove this file.';
    throw new LedgerLockedError(file, 'this lock file cannot be read', advice);
  }
  if (host !== hostname() || mayLive(pid)) {
    const taken = new Date(since);
    const who = `process ${pid} on host ${host} has held the ledger since ${taken.toISOString()}`;
    const advice = `It is of an earlier release. If that run is over, remove ${file}.`;
    throw new LedgerLockedError(file, who, advice, { pid, host, since: taken });
  }
  await rm(file, { force: true });
}

function mayLive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH'; // EPERM: another user's
  }
}
