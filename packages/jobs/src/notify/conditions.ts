import { hasFailed } from '../runs/feed-memory.ts';
import type { FeedMemory } from '../runs/feed-memory.ts';

/** What somebody may have to be told of a feed. */
export type Condition = 'failure' | 'rejected' | 'restocks' | 'fewer' | 'nothingAccepted';

/** From when on somebody is told. */
export interface Thresholds {
  /** Share of what was read that was rejected, from 0 to 1. */
  readonly rejected?: number | undefined;
  /** Notifications that products have come back in stock. */
  readonly restocks?: number | undefined;
  /** Share by which fewer records were read than the last time. */
  readonly fewer?: number | undefined;
  /** Milliseconds without an accepted record. */
  readonly nothingAccepted?: number | undefined;
}

/**
 * What is wrong with a feed after a run, each with a sentence.
 *
 * @param before What was remembered before the run.
 * @param after What is remembered with it.
 */
export function conditionsOf(
  before: FeedMemory | undefined,
  after: FeedMemory,
  thresholds: Thresholds,
  now: number,
): ReadonlyMap<Condition, string> {
  const { last } = after;
  const found = new Map<Condition, string>();
  if (hasFailed(last))
    found.set('failure', last.reason ?? `It ended with ${String(last.exitCode)}.`);
  const { read = 0, rejected = 0 } = last.records;
  const { rejected: most = Infinity, restocks = Infinity, fewer = Infinity } = thresholds;
  if (read > 0 && rejected / read > most) {
    found.set(
      'rejected',
      `${String(rejected)} of ${String(read)} records were rejected, more than ${percent(most)}.`,
    );
  }
  if (last.restocks > restocks) {
    found.set(
      'restocks',
      `${String(last.restocks)} back-in-stock notifications were triggered, more than ${String(restocks)}.`,
    );
  }
  const earlier = before?.lastRead ?? 0;
  if (read > 0 && earlier > 0 && (earlier - read) / earlier > fewer) {
    found.set('fewer', `${String(read)} records were read, ${String(earlier)} the last time.`);
  }
  const since = Date.parse(after.lastAcceptedAt ?? after.firstAt);
  if (now - since > (thresholds.nothingAccepted ?? Infinity)) {
    const days = Math.floor((now - since) / 86_400_000);
    const what =
      after.lastAcceptedAt === null ? 'Nothing was ever accepted' : 'Nothing was accepted';
    found.set(
      'nothingAccepted',
      `${what} for ${days < 1 ? 'hours' : `${String(days)} ${days === 1 ? 'day' : 'days'}`}.`,
    );
  }
  return found;
}

function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)}%`;
}
