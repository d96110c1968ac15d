import { timeLeft, type Rate } from './schedule.ts';
import type { RunProgress } from './state/run-record.ts';
import type { Load } from './sync-listener.ts';

/** Records that are settled, and requests that have left. */
export interface Reached {
  readonly records: {
    readonly accepted: number;
    readonly rejected: number;
    readonly unknown: number;
  };
  readonly requests: { readonly sent: number };
}

/** How far a run is, for those who watch it from another terminal. */
export function progressOf(
  { records, requests }: Reached,
  load: Load,
  /** Undefined where it does not say when the run ends. */
  rate: Rate | undefined,
  now: number,
): RunProgress {
  const left = timeLeft(requests.sent, load.requests - requests.sent, rate, 0);
  return {
    noun: load.noun,
    of: load.records,
    done: records.accepted + records.rejected + records.unknown,
    rejected: records.rejected,
    requests: requests.sent,
    at: new Date(now).toISOString(),
    endsAt: rate === undefined ? null : new Date(now + left).toISOString(),
  };
}
