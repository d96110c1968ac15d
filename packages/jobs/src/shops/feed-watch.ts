import type { Entry } from '../config/entries.ts';
import type { ReadConfig } from '../config/read-config.ts';
import type { Job } from '../job/job.ts';
import { reasonOf } from 'sequenzy-contract';
import { ping, type Beat } from '../notify/heartbeat.ts';
import { tellOf } from '../notify/tell.ts';
import { lineOf, toldOf } from '../report/advice.ts';
import { exitCodes } from '../report/exit-codes.ts';
import {
  hasFailed,
  readFeed,
  writeFeed,
  type FeedEnd,
  type FeedMemory,
} from '../runs/feed-memory.ts';
import type { FeedReport } from './feed-report.ts';

interface WatchMeans {
  readonly job: Job;
  readonly read: ReadConfig;
  /** State folder, made and fit for writing. */
  readonly stateFolder: string;
  /** Everything that will run, in order. */
  readonly entries: readonly Entry[];
}

/** Remembers how feeds end, tells of changes, and pings monitors. Nothing of it can keep a feed from running. */
export class FeedWatch {
  readonly #means: WatchMeans;
  readonly #done: FeedReport[] = [];

  constructor(means: WatchMeans) {
    this.#means = means;
  }

  async begins(entry: Entry): Promise<void> {
    const { entries, read } = this.#means;
    if (this.#done.length === 0) await this.#ping(read.config.heartbeat, 'start', '');
    const isFirst = entries.find((one) => one.companyName === entry.companyName) === entry;
    if (isFirst) await this.#ping(entry.company.heartbeat, 'start', '');
  }

  async ended(entry: Entry, report: FeedReport): Promise<void> {
    const { entries, read } = this.#means;
    this.#done.push(report);
    await this.#remember(report);
    const ofCompany = entries.filter((one) => one.companyName === entry.companyName);
    if (ofCompany.at(-1) === entry) {
      const names = new Set(ofCompany.map(({ name }) => name));
      const done = this.#done.filter(({ name }) => names.has(name));
      await this.#result(entry.company.heartbeat, done);
    }
    if (entries.at(-1) === entry) await this.#result(read.config.heartbeat, this.#done);
  }

  async #remember(report: FeedReport): Promise<void> {
    const { job, read, stateFolder } = this.#means;
    // Ctrl-C says nothing about the feed.
    if (report.exitCode === exitCodes.interrupted) return;
    try {
      const before = await readFeed(stateFolder, report.name);
      const after = memoryWith(before, report, endOf(report, job));
      const { notify: receivers = [], thresholds = {} } = read.config;
      const told = await tellOf(before, after, { receivers, thresholds, job, folder: read.folder });
      await writeFeed(stateFolder, { ...after, told });
    } catch (error) {
      job.warn(`How ${report.name} has ended could not be remembered: ${reasonOf(error)}.`);
    }
  }

  #result(heartbeat: string | undefined, done: readonly FeedReport[]): Promise<void> {
    const { job } = this.#means;
    const isFailed = done.some((report) => hasFailed(endOf(report, job)));
    const lines = done.map(
      ({ name, status, exitCode }) => `${name}: ${status} (${String(exitCode)})`,
    );
    return this.#ping(heartbeat, isFailed ? 'fail' : 'success', lines.join('\n'));
  }

  async #ping(heartbeat: string | undefined, beat: Beat, text: string): Promise<void> {
    const { job, read } = this.#means;
    if (heartbeat !== undefined) await ping(heartbeat, beat, text, { job, folder: read.folder });
  }
}

function endOf({ status, exitCode, stoppedBy, report }: FeedReport, { io, secrets }: Job): FeedEnd {
  const told = stoppedBy && toldOf(stoppedBy, io.wording);
  const sentence = told && lineOf(told);
  const figures = Object.entries(report?.summary.records ?? {});
  return {
    ...{ at: new Date(io.clock.now()).toISOString(), status, exitCode },
    code: told?.code ?? null,
    reason: sentence && secrets.redact(sentence),
    records: Object.fromEntries(
      figures.filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
    ),
    restocks: report?.summary.backInStockEventsTriggered ?? 0,
    durationMs: report?.summary.durationMs ?? 0,
  };
}

function memoryWith(
  before: FeedMemory | undefined,
  { name, command }: FeedReport,
  last: FeedEnd,
): FeedMemory {
  const { at } = last;
  const { read = 0, accepted = 0 } = last.records;
  return {
    ...{ version: 1, name, command, last },
    firstAt: before?.firstAt ?? at,
    lastSuccessAt: hasFailed(last) ? (before?.lastSuccessAt ?? null) : at,
    lastRead: read > 0 ? read : (before?.lastRead ?? null),
    lastAcceptedAt: accepted > 0 ? at : (before?.lastAcceptedAt ?? null),
    told: before?.told ?? {},
  };
}
