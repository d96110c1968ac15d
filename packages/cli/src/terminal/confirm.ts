import type { Io } from './io.ts';
import { ask } from './ask.ts';

/** How questions are answered. */
export interface Answers {
  /** `--yes`: to all of them. */
  readonly yes: boolean;
  /** Standard input is the data, not the keyboard. */
  readonly stdinTaken: boolean;
}

/**
 * Asks on a terminal. Elsewhere nobody could answer: that is a no, unless `--yes` was given.
 *
 * @throws {UserError} when it is answered with Ctrl-C.
 */
export async function confirm(question: string, io: Io, answers: Answers): Promise<boolean> {
  if (answers.yes) return true;
  if (!canAsk(io, answers)) return false;
  const answer = await ask(`${question} [y/N] `, io);
  return /^y(es)?$/i.test(answer);
}

export function canAsk({ stdin, stderr }: Io, { stdinTaken }: Answers): boolean {
  return !stdinTaken && stdin.isTTY === true && stderr.isTTY === true;
}
