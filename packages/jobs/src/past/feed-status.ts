import { entriesOf, stateSetting } from '../config/entries.ts';
import { findConfig, readConfig } from '../config/read-config.ts';
import type { Surroundings } from '../job/surroundings.ts';
import { withJob } from '../job/with-job.ts';
import { exitCodes, type ExitCode } from '../report/exit-codes.ts';
import { hasFailed, readFeeds, type FeedMemory } from '../runs/feed-memory.ts';
import { statusOf, type RunRecord } from '../runs/run-record.ts';
import { readRuns } from '../runs/runs-folder.ts';
import { stateFolderPath } from '../state/state-folder.ts';
import type { FeedState, FeedStatus } from './feed-state.ts';
import { writeMetrics } from './metrics.ts';

export interface FeedStatusOptions {
  /** Path of the config, which says which feeds there should be. Default: the one in the working folder, if any. */
  readonly config?: string | undefined;
  /** Companies, or `company/feed`. Default: all. */
  readonly names?: readonly string[] | undefined;
  /** Milliseconds since the last success. Default: any number. */
  readonly maxAge?: number | undefined;
  /** Path of a file for the textfile collector of node_exporter. Default: none. */
  readonly prometheus?: string | undefined;
  readonly stateDir?: string | undefined;
}

export interface FeedsStatus {
  /** 1 where a feed is late or failing or has never run, else 0. */
  readonly exitCode: ExitCode;
  readonly feeds: readonly FeedStatus[];
}

/**
 * Says of every feed of the config whether it runs well, by what is remembered in the state folder. Nothing is sent.
 *
 * @example
 *   const { feeds } = await feedStatus({ maxAge: 26 * 3_600_000 });
 *
 * @throws {UserError} when the config cannot be used.
 */
export function feedStatus(
  options: FeedStatusOptions = {},
  surroundings: Surroundings = {},
): Promise<FeedsStatus> {
  return withJob(undefined, surroundings, async ({ io }) => {
    const { names, maxAge = Infinity, prometheus } = options;
    const file = options.config ?? (await findConfig());
    const read = file === undefined ? undefined : await readConfig(file);
    const variable = io.env['SEQUENZY_STATE_DIR'];
    const stateDir = read ? stateSetting(read, options.stateDir, variable).path : options.stateDir;
    const folder = stateFolderPath({ stateDir }, io.env);
    const memories = new Map((await readFeeds(folder)).map((memory) => [memory.name, memory]));
    const runs = await newestRuns(folder);
    const expected = read ? entriesOf(read, names).map(({ name }) => name) : [...memories.keys()];
    const now = io.clock.now();
    const feeds = expected.map((name) =>
      statusOfFeed(name, { memory: memories.get(name), run: runs.get(name), maxAge, now }),
    );
    if (prometheus !== undefined) await writeMetrics(prometheus, feeds);
    const isWell = feeds.every(({ state }) => state === 'ok' || state === 'running');
    // For monitors: one says that something is wrong, as grep and systemctl do.
    return { exitCode: isWell ? exitCodes.ok : exitCodes.bug, feeds };
  });
}

/** The newest record of each feed, also of runs that were killed. */
async function newestRuns(folder: string): Promise<ReadonlyMap<string, RunRecord>> {
  const newest = new Map<string, RunRecord>();
  for await (const run of readRuns(folder)) {
    if (run.name !== undefined && !newest.has(run.name)) newest.set(run.name, run);
  }
  return newest;
}

interface Known {
  readonly memory: FeedMemory | undefined;
  readonly run: RunRecord | undefined;
  readonly maxAge: number;
  readonly now: number;
}

function statusOfFeed(name: string, { memory, run, maxAge, now }: Known): FeedStatus {
  const last = memory?.last;
  const under = run?.summary === null ? statusOf(run) : undefined;
  const isKilled = under === 'killed' && (run?.startedAt ?? '') > (last?.at ?? '');
  const lastSuccessAt = memory?.lastSuccessAt ?? null;
  const age = lastSuccessAt === null ? Infinity : now - Date.parse(lastSuccessAt);
  const failed = isKilled || (last !== undefined && hasFailed(last));
  return {
    ...{ name, lastSuccessAt },
    state: stateOf({ isRunning: under === 'running', isLate: age > maxAge, failed, last }),
    lastAt: (isKilled ? run?.startedAt : last?.at) ?? null,
    exitCode: isKilled ? null : (last?.exitCode ?? null),
    reason: isKilled ? 'The process was killed.' : failed ? (last?.reason ?? null) : null,
    records: last?.records ?? {},
    restocks: last?.restocks ?? 0,
    durationMs: last?.durationMs ?? null,
  };
}

function stateOf({
  isRunning,
  isLate,
  failed,
  last,
}: {
  readonly isRunning: boolean;
  readonly isLate: boolean;
  readonly failed: boolean;
  readonly last: FeedMemory['last'] | undefined;
}): FeedState {
  if (failed && !isRunning) return 'failing';
  if (isLate && (last !== undefined || !isRunning)) return last === undefined ? 'never' : 'late';
  if (isRunning) return 'running';
  return last === undefined ? 'never' : 'ok';
}
