import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { parseObject } from '../format/line.ts';
import { startOf } from './process-identity.ts';

/** What a lock file says: who holds it. */
export interface Claim {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as `startOf` tells it; absent on Windows. */
  readonly start?: string;
  /** When the lock was taken, in milliseconds since 1970. */
  readonly since: number;
  /** Never the same twice: tells one holder from the next. */
  readonly token: string;
}

/** This process's claim. */
export async function ownClaim(now: number): Promise<Claim> {
  const start = await startOf(process.pid);
  return {
    pid: process.pid,
    host: hostname(),
    ...(start === undefined ? {} : { start }),
    since: now,
    token: randomUUID(),
  };
}

/** `undefined` where the text is no claim. */
export function parseClaim(text: string): Claim | undefined {
  const { pid, host, start, since, token } = parseObject(text) ?? {};
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'number') {
    return undefined;
  }
  if (typeof token !== 'string' || !/^[0-9a-f-]{36}$/.test(token)) return undefined;
  return { pid, host, since, token, ...(typeof start === 'string' ? { start } : {}) };
}
