import { type Wording, reasonOf, type Secrets } from 'sequenzy-contract';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from 'sequenzy-commerce';
import { toldOf } from '../report/advice.ts';
import { failureOf } from '../report/failure.ts';
import { ProgressWriter } from './progress-writer.ts';
import type { RunProgress, RunRecord, RunSummary, RunWait } from './run-record.ts';
import { dropOldRuns, writeRun } from './runs-folder.ts';
import { unusableState } from '../state/state-folder.ts';

export interface Recording {
  /** State folder. */
  readonly folder: string;
  readonly command: string;
  /** Feed of a config. */
  readonly name?: string | undefined;
  readonly argv: readonly string[];
  readonly clock: Clock;
  /** Paces what is written for those who watch. */
  readonly machineClock: Clock;
  readonly secrets: Pick<Secrets, 'redact'>;
  readonly warn: (sentence: string) => void;
  /** How options are called in the record. */
  readonly wording: Wording;
}

/** What the work of a run that is recorded has to hand. */
export interface RecordedRun {
  readonly id: string;
  /** State folder, made and fit for writing. */
  readonly folder: string;
  /** Told how far the run is, for those who watch it. */
  readonly tell: (progress: RunProgress) => void;
  /** Told what it waits for. */
  readonly wait: (waits: RunWait) => void;
}

/**
 * Does the work of one run between two writes of its record: at the start, so that a run that is killed is known, and
 * at its end, also where it throws. What the work tells of its progress is written in between.
 *
 * @throws {UserError} when the first record cannot be written; nothing was sent then.
 */
export async function recorded<Result>(
  recording: Recording,
  work: (run: RecordedRun) => Promise<Result>,
  summaryOf: (result: Result) => RunSummary,
): Promise<Result> {
  const record = begun(recording);
  try {
    await write(recording, record);
    await dropOldRuns(recording.folder);
  } catch (error) {
    throw unusableState(recording.folder, error);
  }
  const progress = new ProgressWriter(recording.machineClock, (reached) =>
    write(recording, { ...record, ...reached }),
  );
  const tell = (latest: RunProgress): void => {
    progress.tell(latest);
  };
  const wait = (waits: RunWait): void => {
    progress.wait(waits);
  };
  try {
    const result = await work({ id: record.id, folder: recording.folder, tell, wait });
    await progress.settled();
    await end(recording, record, toldSummary(summaryOf(result), recording));
    return result;
  } catch (error) {
    await progress.settled();
    const { code, message, nextStep, exitCode } = failureOf(error, recording.wording);
    const stoppedBy = { code, message, nextStep };
    await end(recording, record, { status: 'failed', exitCode, ...{ stoppedBy } });
    throw error;
  }
}

function toldSummary(summary: RunSummary, { wording }: Recording): RunSummary {
  const { stoppedBy } = summary;
  return stoppedBy && 'problem' in stoppedBy
    ? { ...summary, stoppedBy: toldOf(stoppedBy, wording) }
    : summary;
}

function begun({ command, name, argv, clock }: Recording): RunRecord {
  const startedAt = new Date(clock.now()).toISOString();
  const stamp = startedAt.replace(/[-:Z]/g, '').replace(/[T.]/g, '-');
  return {
    version: 1,
    id: `${stamp}-${randomBytes(2).toString('hex')}`,
    command,
    ...(name === undefined ? {} : { name }),
    arguments: argv,
    folder: process.cwd(),
    startedAt,
    endedAt: null,
    pid: process.pid,
    host: hostname(),
    summary: null,
  };
}

/** What was done is done: a record that cannot be written is a warning. */
async function end(recording: Recording, record: RunRecord, summary: RunSummary): Promise<void> {
  const endedAt = new Date(recording.clock.now()).toISOString();
  try {
    await write(recording, { ...record, endedAt, summary });
  } catch (error) {
    recording.warn(`The record of this run could not be written: ${reasonOf(error)}.`);
  }
}

async function write({ folder, secrets }: Recording, record: RunRecord): Promise<void> {
  await writeRun(folder, record.id, secrets.redact(JSON.stringify(record)));
}
