import { option, say } from 'sequenzy-contract';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { RequestClient } from 'sequenzy-commerce/automations';
import type { Job } from '../../job/job.ts';
import { adviceOf } from '../../report/advice.ts';
import type { Automations } from '../../report/automations.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import type { StopReason } from '../../report/stop-reason.ts';
import { UserError } from '../../report/user-error.ts';
import { Hold, holdPlanOf, type HoldOptions } from './hold.ts';
import type { Released } from './release.ts';

/** What a run that may hold something is done with. */
export interface HeldMeans {
  readonly client: RequestClient;
  readonly ledger: FileLedger;
  readonly job: Job;
  readonly options: HoldOptions;
  /** What the run would start; undefined where it holds nothing. */
  readonly automations: Automations | undefined;
}

/** Pauses what is to be held, and says when the run has to stop; undefined where nothing is held. */
export type BeginHold = () => Promise<Date | undefined>;

/**
 * Does the work, and resumes afterwards however it ended; also what an earlier run was killed with. The work begins the
 * hold when it is about to send.
 */
export async function whileHeld<Result>(
  { client, ledger, job, options, automations }: HeldMeans,
  work: (begin: BeginHold) => Promise<Result>,
): Promise<{ readonly result: Result; readonly released: Released | undefined }> {
  const { resumeAfter } = options;
  const hold = await Hold.open({ client, ledger, job, resumeAfter });
  const plan = holdPlanOf(options);
  let mayHaveSent = hold.names.length > 0;
  let isReleased = false;
  const earlier = plan === undefined ? await hold.release(mayHaveSent) : undefined;
  const begin = async (): Promise<Date | undefined> => {
    if (plan === undefined || automations === undefined) return undefined;
    const since = job.io.clock.now();
    await hold.pause(automations);
    mayHaveSent ||= !job.signal.aborted;
    return new Date(since + plan.maxHold);
  };
  try {
    const result = await work(begin);
    isReleased = true;
    return { result, released: (await hold.release(mayHaveSent)) ?? earlier };
  } finally {
    // The first error counts; what is held is written down.
    if (!isReleased) await hold.release(mayHaveSent).catch(() => undefined);
  }
}

/**
 * What can be held must be known.
 *
 * @throws {UserError} where the sequences could not be read.
 */
export function requireReadable({ unread }: Automations): void {
  const sequences = unread.find(({ list }) => list === 'sequences');
  if (sequences === undefined) return;
  const { reason, isRefused } = sequences;
  throw new UserError(
    'hold',
    say`${option('holdAutomations')} needs the sequences, and they could not be read (${reason})`,
    isRefused
      ? 'Nothing was sent. Give the key sequences:read and sequences:write.'
      : 'Nothing was sent. Run the same command again.',
    { exitCode: isRefused ? exitCodes.usage : exitCodes.stopped },
  );
}

/** Why a run is not done although all of it was sent; undefined where nothing is left paused. */
export function leftPaused({ stillPaused, reason = 'unknown' }: Released): StopReason | undefined {
  if (stillPaused.length === 0) return undefined;
  return {
    code: 'hold',
    problem: `Enrolment is still paused, because it could not be resumed (${reason}): ${stillPaused.join(', ')}`,
    advice: adviceOf('Run sequenzy-cli orders release.'),
    exitCode: exitCodes.stopped,
  };
}
