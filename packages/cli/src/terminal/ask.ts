import { createInterface } from 'node:readline/promises';
import type { Io } from './io.ts';
import { wrap } from './cells.ts';
import { interrupted } from 'sequenzy-jobs/report/user-error.ts';
import { safeText } from './safe-text.ts';

/**
 * One line from the keyboard; nothing where the input is closed.
 *
 * @throws {UserError} when it is answered with Ctrl-C.
 */
export async function ask(question: string, io: Io): Promise<string> {
  const { columns = 0 } = io.stderr;
  const whole = safeText(question);
  // The room at the end is for the answer.
  const lines = columns > 0 ? wrap(whole.trimEnd(), columns - 2) : [whole.trimEnd()];
  const last = `${lines.pop() ?? ''} `;
  for (const line of lines) io.stderr.write(`${line}\n`);
  const terminal = createInterface({ input: io.stdin, output: io.stderr });
  try {
    const answer = await Promise.race([
      terminal.question(last, { signal: io.interruption }),
      // Readline takes Ctrl-C and Ctrl-D for itself, and would leave the question open.
      new Promise<typeof byInterruption>((resolve) => {
        terminal.once('SIGINT', () => {
          resolve(byInterruption);
        });
      }),
      new Promise<typeof byClosing>((resolve) => {
        terminal.once('close', () => {
          resolve(byClosing);
        });
      }),
    ]);
    if (typeof answer === 'string') return answer.trim();
    // What the keyboard did not end, as Enter does, is ended here.
    io.stderr.write('\n');
    if (answer === byInterruption) throw interrupted();
    return '';
  } catch (error) {
    io.interruption.throwIfAborted();
    throw error;
  } finally {
    terminal.close();
  }
}

const byInterruption = Symbol('SIGINT');
const byClosing = Symbol('close');
