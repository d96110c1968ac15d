import { reasonOf } from 'sequenzy-contract';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { page } from 'sequenzy-pages';
import { AtomicFile } from 'sequenzy-store';

/**
 * Writes a page with its data as one file, whole or not at all, readable by its owner only.
 *
 * @throws {UserError}
 */
export async function writePage(
  file: string,
  name: 'preview' | 'report',
  data: unknown,
): Promise<void> {
  try {
    const target = await AtomicFile.create(file);
    await target.write(await page(name, data));
    await target.keep();
  } catch (error) {
    throw new UserError(
      'page',
      `${file} cannot be written (${reasonOf(error)})`,
      'Name a file in a folder that can be written to.',
    );
  }
}
