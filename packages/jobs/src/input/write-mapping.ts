import { writeFile } from 'node:fs/promises';
import { reasonOf } from '../report/system-error.ts';
import { UserError } from '../report/user-error.ts';

/** @throws {UserError} when the file exists or cannot be written. */
export async function writeMapping(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
    throw new UserError(
      'bad-mapping',
      `${file} cannot be written (${reasonOf(error)})`,
      'Name a file that does not exist yet.',
    );
  });
}
