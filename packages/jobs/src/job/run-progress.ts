import type { RequestCounts } from 'sequenzy-commerce';
import type { RunProgress } from '../runs/run-record.ts';
import type { Load } from './events.ts';

/** Records that are settled, and requests that have left. */
export interface Reached {
  readonly records: {
    readonly accepted: number;
    readonly rejected: number;
    readonly unknown: number;
  };
  readonly requests: RequestCounts;
}

/** How far a run is, for those who watch it from another terminal. */
export function progressOf(
  { records, requests }: Reached,
  load: Load,
  /** Milliseconds until the end; undefined where nothing says when that is. */
  left: number | undefined,
  now: number,
): RunProgress {
  return {
    noun: load.noun,
    of: load.records,
    done: records.accepted + records.rejected + records.unknown,
    rejected: records.rejected,
    requests: requests.sent,
    at: new Date(now).toISOString(),
    endsAt: left === undefined ? null : new Date(now + left).toISOString(),
  };
}
