import { SequenzyError } from 'sequenzy-commerce';
import {
  listSequences,
  pauseEnrollments,
  type RequestClient,
  type Sequence,
} from 'sequenzy-commerce/automations';
import { isLive } from '../../automations/trigger.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { UserError } from '../../report/user-error.ts';
import { option, say } from 'sequenzy-contract';
import type { HoldJournal } from './journal.ts';
import { pauseMarkOf } from './pause-mark.ts';

/** A sequence that starts on what the run fires. */
export interface Target {
  readonly id: string;
  readonly name: string;
}

/**
 * Pauses enrolment of each, written down before each, and looks whether it is so.
 *
 * @throws {UserError} when one cannot be paused. What was paused until then stands in the journal.
 */
export async function pauseAll(
  targets: readonly Target[],
  journal: HoldJournal,
  { client, now, signal }: { client: RequestClient; now: () => number; signal: AbortSignal },
): Promise<void> {
  for (const { id, name } of targets) {
    if (signal.aborted) return;
    const askedAt = new Date(now()).toISOString();
    await journal.put({ id, name, state: 'pausing', askedAt, mark: null });
    await pauseEnrollments(client, id).catch((error: unknown) => {
      throw notPaused(name, error);
    });
  }
  if (targets.length === 0) return;
  const found = await listSequences(client).catch((error: unknown) => {
    throw notPaused(targets.map(({ name }) => name).join(', '), error);
  });
  await note(found, journal, new Set(targets.map(({ id }) => id)));
}

/** Writes down the marks of the pauses, by which they are known again. */
async function note(
  found: readonly Sequence[],
  journal: HoldJournal,
  asked: ReadonlySet<string>,
): Promise<void> {
  const byId = new Map(found.map((sequence) => [sequence.id, sequence]));
  const own = journal.sequences.filter(({ id }) => asked.has(id));
  const first = own.find(({ id }) => {
    const sequence = byId.get(id);
    return sequence !== undefined && isLive(sequence);
  });
  if (first !== undefined) {
    throw new UserError(
      'hold',
      `Sequenzy has accepted the pause of ${first.name}, and still enrols people in it`,
      'Nothing was sent. Pause it in Sequenzy, then run the same command again.',
      { exitCode: exitCodes.stopped },
    );
  }
  const paused = own.flatMap((held) => {
    const sequence = byId.get(held.id);
    if (sequence === undefined) return [];
    return [{ ...held, state: 'paused' as const, mark: pauseMarkOf(sequence) }];
  });
  if (paused.length > 0) await journal.put(...paused);
}

function notPaused(name: string, error: unknown): unknown {
  if (!(error instanceof SequenzyError)) return error;
  const isRefused = error.code === 'permission' || error.code === 'authentication';
  const advice = isRefused
    ? say`Nothing was sent. Give the key the permission, or pause it in Sequenzy and leave out ${option('holdAutomations')}.`
    : 'Nothing was sent. Run the same command again.';
  const problem = `Enrolment of ${name} could not be paused (${error.message})`;
  return new UserError('hold', problem, advice, {
    exitCode: isRefused ? exitCodes.usage : exitCodes.stopped,
  });
}
