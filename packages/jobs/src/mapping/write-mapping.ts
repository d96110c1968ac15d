import { rename, rm, writeFile } from 'node:fs/promises';
import { reasonOf } from 'sequenzy-contract';
import { UserError } from '../report/user-error.ts';

/**
 * @param replaces Whether the file may be there: what is written was made from it.
 * @throws {UserError} when the file exists or cannot be written.
 */
export async function writeMapping(file: string, text: string, replaces = false): Promise<void> {
  try {
    if (!replaces) await writeFile(file, text, { flag: 'wx' });
    else await replace(file, text);
  } catch (error) {
    throw new UserError(
      'bad-mapping',
      `${file} cannot be written (${reasonOf(error)})`,
      'Name a file that does not exist yet.',
    );
  }
}

/** A process that is killed leaves the one or the other, and never a part. */
async function replace(file: string, text: string): Promise<void> {
  const whole = `${file}.tmp`;
  try {
    await writeFile(whole, text);
    await rename(whole, file);
  } finally {
    await rm(whole, { force: true });
  }
}
