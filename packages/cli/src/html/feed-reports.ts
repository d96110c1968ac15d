import { reasonOf } from 'sequenzy-contract';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JobEvent } from 'sequenzy-jobs/job/events.ts';
import type { FeedReport } from 'sequenzy-jobs/shops/feed-report.ts';
import type { Io } from '../terminal/io.ts';
import { keepReport, type ReportWish } from './keep-report.ts';
import { RunListener } from './run-listener.ts';

interface Surroundings extends Omit<ReportWish, 'command'> {
  readonly context: ReportWish['context'] & { readonly io: Pick<Io, 'clock'> };
}

/** Writes the report of each feed of a run, and keeps one beside the record of each. */
export class FeedReports {
  readonly #around: Surroundings;
  #heard: RunListener;
  #path: string | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#heard = new RunListener(around.context.io.clock);
  }

  /** @param path Where the report of this feed goes; undefined where none is wanted. */
  begins(path: string | undefined): void {
    this.#heard = new RunListener(this.#around.context.io.clock);
    this.#path = path;
  }

  readonly hear = (event: JobEvent): void => {
    this.#heard.hear(event);
  };

  /** A report that cannot be written is a warning: it keeps no other feed from running. */
  async ended({ report, command, name }: FeedReport): Promise<void> {
    if (report === undefined) return;
    const { context, flags } = this.#around;
    const path = this.#path;
    try {
      if (path !== undefined) await mkdir(dirname(path), { recursive: true });
      const own = { ...flags, ...(path !== undefined && { report: path }) };
      await keepReport(report, this.#heard, { context, flags: own, command });
    } catch (error) {
      const sentence = `  The report of ${name} could not be written: ${reasonOf(error)}.`;
      context.err.line(['yellow', 'warning'], sentence);
    }
  }
}
