import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { reasonOf, type Secrets } from 'sequenzy-contract';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { ask } from '../terminal/ask.ts';
import { canAsk } from '../terminal/confirm.ts';
import type { Io } from '../terminal/io.ts';

interface Given {
  /** As it was typed; `-` is standard input. */
  readonly word: string | undefined;
  readonly file: string | undefined;
}

/**
 * The address of a person, from the argument, a file, standard input or the keyboard. It is never shown.
 *
 * @throws {UserError} where there is none, or there are two.
 */
export async function emailOf(
  { word, file }: Given,
  { io, secrets }: { readonly io: Io; readonly secrets: Pick<Secrets, 'hide'> },
): Promise<string> {
  if (word !== undefined && file !== undefined) {
    throw new UserError('usage', 'The address is given twice', 'Leave out one of them.');
  }
  const given = await said({ word, file }, io);
  const email = given?.trim() ?? '';
  if (email !== '') {
    secrets.hide(email);
    return email;
  }
  const advice = 'Pass it on standard input (-), with --email-file, or as an argument.';
  throw new UserError('usage', 'There is no address', advice);
}

async function said({ word, file }: Given, io: Io): Promise<string | undefined> {
  if (file !== undefined) return contentOf(file);
  if (word === '-') return text(io.stdin);
  if (word !== undefined) return word;
  return canAsk(io, { yes: false, stdinTaken: false })
    ? ask('E-mail address of the customer: ', io)
    : undefined;
}

async function contentOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const problem = `--email-file ${file} cannot be read (${reasonOf(error)})`;
    throw new UserError('usage', problem, 'Name a file that holds the address and nothing else.');
  });
}
