import { SequenzyError, SequenzyNotFoundError } from 'sequenzy-commerce';
import {
  listSequences,
  resumeEnrollments,
  type RequestClient,
} from 'sequenzy-commerce/automations';
import type { HoldJournal } from './journal.ts';
import { isOurs, isPaused } from './pause-mark.ts';

/** What became of the sequences that were paused, by name. */
export interface Released {
  readonly resumed: readonly string[];
  /** Somebody else has changed them since. */
  readonly leftAlone: readonly string[];
  /** They are written down, and can be resumed later. */
  readonly stillPaused: readonly string[];
  /** Why some are still paused. */
  readonly reason: string | undefined;
}

/**
 * Resumes what the journal holds and nobody else has touched since. It does not throw for what the API answers: the
 * journal keeps what could not be resumed.
 */
export async function releaseAll(journal: HoldJournal, client: RequestClient): Promise<Released> {
  const resumed: string[] = [];
  const leftAlone: string[] = [];
  let reason: string | undefined;
  try {
    const found = new Map((await listSequences(client)).map((one) => [one.id, one]));
    for (const held of journal.sequences) {
      const sequence = found.get(held.id);
      const isOwn = sequence !== undefined && isPaused(sequence) && isOurs(held, sequence);
      const isDone = isOwn && (await resume(client, held.id));
      // A pause that was written down and never came about changed nothing.
      if (isDone) resumed.push(held.name);
      else if (held.state === 'paused' || isOwn) leftAlone.push(held.name);
      await journal.drop(held.id);
    }
  } catch (error) {
    if (!(error instanceof SequenzyError)) throw error;
    reason = error.message;
  }
  return { resumed, leftAlone, stillPaused: journal.sequences.map(({ name }) => name), reason };
}

/** False where it is gone. */
async function resume(client: RequestClient, id: string): Promise<boolean> {
  try {
    await resumeEnrollments(client, id);
    return true;
  } catch (error) {
    if (error instanceof SequenzyNotFoundError && error.isOwnWord) return false;
    throw error;
  }
}
