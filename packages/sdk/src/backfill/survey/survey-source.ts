import { take } from '../../delivery/take.ts';
import type { BackfillOptions } from '../backfill-options.ts';
import type { Access } from '../order-source.ts';
import { knownHistory } from './known-history.ts';
import { requireWholeHistory } from './require-whole-history.ts';
import { surveyOf, type Survey } from './survey.ts';

/** A source whose orders can be sent in the right order, and what reading it has told. */
export interface Surveyed {
  readonly access: Access;
  readonly survey: Survey;
}

/**
 * Reads the source once. One that has to be sorted, and can only be read from its beginning, is read again and held.
 *
 * @throws {SequenzyPartialHistoryError} and {@link SequenzySourceError}, before anything is sent.
 */
export async function surveySource(
  access: Access,
  options: BackfillOptions,
  signal: AbortSignal,
): Promise<Surveyed> {
  const survey = await surveyOf(access, options, signal);
  const { ledger, partialHistory = false } = options;
  if (survey.totals.computed !== undefined && !signal.aborted) {
    survey.totals.history = await knownHistory(survey, access, ledger);
    if (!partialHistory) requireWholeHistory(survey, access, survey.totals.history);
  }
  if (survey.canStream || access.read !== undefined) return { access, survey };
  const held: unknown[] = [];
  for await (const input of take(access.all(), signal)) held.push(input);
  const all = (): unknown[] => held;
  const again = await surveyOf({ ...access, all }, options, signal);
  again.totals.history = survey.totals.history;
  return {
    access: { ...access, all, again: all, read: (ordinal) => held[ordinal] },
    survey: again,
  };
}
