import type { Priority } from 'sequenzy-transport';
import { FileBook } from './file-book.ts';
import { latestFile } from './log-files.ts';
import { machineTime } from './machine-time.ts';
import { quotaFolder, quotaRoot } from './quota-folder.ts';

/** Who uses the quota of a key on this machine. */
export interface QuotaUse {
  /** Requests that left in the last 60 seconds. */
  readonly lastMinute: number;
  /** Requests that left in the last second. */
  readonly lastSecond: number;
  /** Milliseconds for which the server has asked everybody to wait. */
  readonly pausedFor: number;
  /** Those that were heard of in the last ten minutes, the longest here first. */
  readonly processes: readonly QuotaProcess[];
}

export interface QuotaProcess {
  readonly name: string;
  readonly pid: number;
  readonly host: string;
  /** What it asked for last; null before its first request. */
  readonly priority: Priority | null;
  readonly since: Date;
  readonly lastActive: Date;
  /** Its requests in the last 60 seconds. */
  readonly lastMinute: number;
  /** All its requests. */
  readonly sent: number;
  readonly waiting: number;
}

/**
 * Reads who shares the quota of a key with {@link sharedRateLimit}; takes no part in it.
 *
 * @param folder Default: `SEQUENZY_QUOTA_DIR`, else the user's own place for state.
 * @example
 * const { lastMinute, processes } = readQuota({ apiKey, origin: 'https://api.sequenzy.com' });
 */
export function readQuota(
  quota: { readonly apiKey: string; readonly origin: string },
  folder: string = quotaRoot(process.env),
): QuotaUse {
  const place = quotaFolder(folder, quota);
  if (latestFile(place) === 0) {
    return { lastMinute: 0, lastSecond: 0, pausedFor: 0, processes: [] };
  }
  const book = new FileBook({ folder: place, client: '', now: machineTime });
  book.refresh();
  const { state } = book;
  const now = machineTime();
  const dateOf = (at: number): Date => new Date(Date.now() - (now - at));
  const waiting = state.waiting.count(now);
  const processes = [...state.clients.active(now)].map(([client, { who, asked, ...times }]) => ({
    name: who?.name ?? 'unknown',
    pid: who?.pid ?? 0,
    host: who?.host ?? '',
    priority: latest(asked),
    since: dateOf(times.since),
    lastActive: dateOf(times.lastAt),
    lastMinute: state.departures.of(client),
    sent: times.sent,
    waiting: waiting.get(client) ?? 0,
  }));
  return {
    lastMinute: state.departures.within(60_000, now),
    lastSecond: state.departures.within(1000, now),
    pausedFor: state.pausedFor(now),
    processes: processes.sort((one, other) => one.since.getTime() - other.since.getTime()),
  };
}

function latest(asked: Partial<Record<Priority, number>>): Priority | null {
  const entries = Object.entries(asked) as [Priority, number][]; // the record's own keys
  return entries.sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
