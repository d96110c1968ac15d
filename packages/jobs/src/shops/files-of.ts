import { readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { reasonOf } from 'sequenzy-contract';
import { isAddress } from 'sequenzy-sources/address';
import { UserError } from '../report/user-error.ts';

/**
 * The files that a feed names, with `*` in a name for any characters: those in the order of their names, so that a date
 * in the name puts the oldest first.
 *
 * @throws {UserError} None fits, or standard input is named: a config has none.
 */
export async function filesOf(folder: string, named: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const name of named) {
    if (name === '-') {
      throw new UserError('usage', 'files: a config cannot read standard input', 'Name a file.');
    }
    if (isAddress(name)) files.push(name);
    else if (basename(name).includes('*')) files.push(...(await fitting(resolve(folder, name))));
    else files.push(resolve(folder, name));
  }
  return files;
}

async function fitting(pattern: string): Promise<string[]> {
  const folder = dirname(pattern);
  const names = await readdir(folder).catch((error: unknown) => {
    throw new UserError('unreadable', `${folder} cannot be read (${reasonOf(error)})`);
  });
  const parts = basename(pattern)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const fits = new RegExp(`^${parts.join('.*')}$`);
  // Rejects and mappings lie beside the files that they are of.
  const isOurs = (name: string): boolean => /\.(rejects\.csv|map\.(json|ya?ml))$/.test(name);
  const found = names.filter((name) => fits.test(name) && !isOurs(name) && !name.startsWith('.'));
  if (found.length > 0) return found.sort().map((name) => resolve(folder, name));
  throw new UserError(
    'unreadable',
    `No file is named ${pattern}`,
    'Check the name, or whether the export has run.',
  );
}
