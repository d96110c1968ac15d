import { hostname } from 'node:os';
import type { FailureParts, ToldFailure } from '../report/advice.ts';

/** One run as it stands in the state folder. */
export interface RunRecord {
  readonly version: 1;
  /** When it began, and something random: sorts by time. */
  readonly id: string;
  /** `catalog sync` */
  readonly command: string;
  /** Which feed of a config it was: `acme/products`. */
  readonly name?: string;
  /** The words behind `sequenzy-cli`; never the key. */
  readonly arguments: readonly string[];
  /** Where it was started. */
  readonly folder: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly pid: number;
  readonly host: string;
  /** What `--json` prints; `null` until the end. */
  readonly summary: RunSummary | null;
  /** How far it was when the record was last written; only of commands that tell. */
  readonly progress?: RunProgress;
  /** What it waits for; only while it does. */
  readonly waits?: RunWait;
}

/** What a run waits for: its quota, the server, more urgent requests, another run, or that orders are processed. */
export interface RunWait {
  readonly for: 'second' | 'minute' | 'paused' | 'priority' | 'ledger' | 'automations';
  /** ISO 8601 */
  readonly until: string;
}

/** How far a run is. */
export interface RunProgress {
  /** `orders` */
  readonly noun: string;
  /** Records that will be sent. */
  readonly of: number;
  /** Records that are settled. */
  readonly done: number;
  readonly rejected: number;
  /** Requests that have left. */
  readonly requests: number;
  /** When this was so. */
  readonly at: string;
  /** When the rate limit lets it end; `null` where nothing is held back, or other bounds decide. */
  readonly endsAt: string | null;
  /** When its hours begin; only of a run that waits for them. */
  readonly waitsUntil?: string;
}

/** What the records of all commands have in common. */
export interface RunSummary {
  readonly status: string;
  readonly exitCode: number;
  /** Figures by name. */
  readonly records?: object;
  readonly requests?: object;
  readonly durationMs?: number;
  readonly source?: { readonly files: readonly string[]; readonly feed?: string };
  /** In a record in sentences. */
  readonly stoppedBy?: FailureParts | ToldFailure | null;
}

type RunStatus = 'running' | 'killed' | (string & {});

/** A run, and what has become of it. */
export interface PastRun extends RunRecord {
  readonly status: RunStatus;
}

export function pastRun(run: RunRecord): PastRun {
  return { ...run, status: statusOf(run) };
}

/** A run without an end whose process is gone was killed. That of another machine cannot be looked at. */
export function statusOf({ summary, pid, host }: RunRecord): RunStatus {
  if (summary !== null) return summary.status;
  const isKilled = host === hostname() && (pid === process.pid || isOver(pid));
  return isKilled ? 'killed' : 'running';
}

/** Whether no process of this machine has the number. */
export function isOver(pid: number): boolean {
  return !exists(pid);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // another user's
  }
}

/** Undefined where the text is not a record. */
export function parseRun(text: string): RunRecord | undefined {
  try {
    const record = JSON.parse(text) as Partial<RunRecord>; // the fields used without care are looked at here
    const { version, id, command, startedAt, pid, host, summary } = record;
    const whole =
      version === 1 &&
      [id, command, startedAt, host].every((field) => typeof field === 'string') &&
      typeof pid === 'number' &&
      (summary === null || typeof summary?.status === 'string');
    return whole ? (record as RunRecord) : undefined; // just checked
  } catch {
    return undefined;
  }
}
