import type { Io } from './io.ts';
import { ask } from './ask.ts';
import { canAsk, type Answers } from './confirm.ts';
import type { ChooseSource } from 'sequenzy-jobs/job/sync-listener.ts';

/** Asks on a terminal which of the formats is meant. `--yes` chooses none. */
export function chooseSourceOn(io: Io, answers: Answers): ChooseSource {
  return async ({ problem, candidates }) => {
    if (!canAsk(io, answers)) return undefined;
    const answer = await ask(`${problem} Which one, ${candidates.join(' or ')}? `, io);
    return candidates.find((name) => name === answer.toLowerCase());
  };
}
