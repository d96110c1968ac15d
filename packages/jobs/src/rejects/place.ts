import { option, say, type OptionUse, reasonOf, systemCode } from 'sequenzy-contract';
import { access, constants, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UserError } from '../report/user-error.ts';

/** As many links in a row as Linux follows. */
const mostLinks = 40;

/**
 * Makes sure that a file can be put in place under this name, behind its links, before anything is sent.
 *
 * @param named The option that the name comes from. Undefined where it is our own.
 * @throws {UserError} when its folder is not there or cannot be written to, or it is a device.
 */
export async function demandPlace(file: string, named: OptionUse | undefined): Promise<void> {
  try {
    const folder = await folderBehind(file, resolve(file), named);
    // The separator at the end makes a file that stands there an error too.
    await access(folder + sep, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw error instanceof UserError ? error : unusableFolder(file, error, named);
  }
}

/** Where it would be written: in the folder of what the last link leads to. */
async function folderBehind(
  file: string,
  at: string,
  named: OptionUse | undefined,
  links = 0,
): Promise<string> {
  const folder = await realpath(dirname(at));
  const place = join(folder, basename(at));
  if (isDevice(place)) throw unusable(file, 'it is not a regular file', named);
  const target = await readlink(place).catch(() => undefined);
  if (target === undefined || links === mostLinks) return folder;
  return folderBehind(file, resolve(folder, target), named, links + 1);
}

/** `/dev/stdout` can lead to a plain file, which would be replaced while others write to it. */
function isDevice(place: string): boolean {
  return /^\/(dev|proc|sys)\//.test(place) && !place.startsWith('/dev/shm/');
}

function unusableFolder(file: string, error: unknown, named: OptionUse | undefined): UserError {
  const folder = dirname(file);
  const problem = `the folder ${named === undefined ? resolve(folder) : folder} ${problemOf(error)}`;
  return named === undefined
    ? new UserError(
        code,
        `Rejected records would go to ${file}, and ${problem}`,
        say`Name a file elsewhere with ${option('rejects')}.`,
      )
    : new UserError(code, problem, 'Create it, or name a file elsewhere.', {
        place: { option: named },
      });
}

function problemOf(error: unknown): string {
  if (systemCode(error) === 'ENOENT') return 'does not exist';
  if (systemCode(error) === 'ENOTDIR') return 'is not a folder';
  return `cannot be written to (${reasonOf(error)})`;
}

export function unusable(file: string, reason: string, named = option('rejects')): UserError {
  return new UserError(code, `${file} cannot be used (${reason})`, 'Name a file of its own.', {
    place: { option: named },
  });
}

const code = 'bad-rejects-file';
