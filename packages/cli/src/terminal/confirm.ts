import { createInterface } from 'node:readline/promises';
import type { Io } from '../io.ts';
import { interrupted } from '../user-error.ts';
import { safeText } from './safe-text.ts';

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
  const terminal = createInterface({ input: io.stdin, output: io.stderr });
  try {
    const answer = await Promise.race([
      terminal.question(`${safeText(question)} [y/N] `, { signal: io.interruption }),
      // Readline takes Ctrl-C and Ctrl-D for itself, and would leave the question open.
      new Promise<'interrupted'>((resolve) => {
        terminal.once('SIGINT', () => {
          resolve('interrupted');
        });
      }),
      new Promise<'closed'>((resolve) => {
        terminal.once('close', () => {
          resolve('closed');
        });
      }),
    ]);
    // What the keyboard did not end, as Enter does, is ended here.
    if (answer === 'interrupted' || answer === 'closed') io.stderr.write('\n');
    if (answer === 'interrupted') throw interrupted();
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    io.interruption.throwIfAborted();
    throw error;
  } finally {
    terminal.close();
  }
}

export function canAsk({ stdin, stderr }: Io, { stdinTaken }: Answers): boolean {
  return !stdinTaken && stdin.isTTY === true && stderr.isTTY === true;
}
