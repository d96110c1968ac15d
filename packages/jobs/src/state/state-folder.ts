import { option, say, isFull, reasonOf } from 'sequenzy-contract';
import { access, constants, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dataFolder, type Env } from './data-folder.ts';
import { exitCodes } from '../report/exit-codes.ts';
import { UserError } from '../report/user-error.ts';

/**
 * Where the state lies; nothing is looked at or made.
 *
 * @throws {UserError} where none is named and the user has no home.
 */
export function stateFolderPath(
  { stateDir }: { readonly stateDir?: string | undefined },
  env: Env,
): string {
  const named = [stateDir, env['SEQUENZY_STATE_DIR']].find(
    (path) => path !== undefined && path !== '',
  );
  const path = named === undefined ? dataFolder(env) : resolve(named);
  if (path !== undefined) return path;
  const message = 'There is no place for what is remembered: this user has no home folder';
  throw new UserError('no-home', message, nameOne);
}

/**
 * Makes the state folder, for its owner only, where it is not there yet.
 *
 * @throws {UserError} when it cannot be used. Nothing has been sent then.
 */
export async function openStateFolder(
  options: { readonly stateDir?: string | undefined },
  env: Env,
): Promise<string> {
  const path = stateFolderPath(options, env);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusableState(path, error);
  }
  return path;
}

/** A full disk may pass; anything else has to be put right first. */
export function unusableState(path: string, error: unknown): UserError {
  const problem = `The state folder ${path} cannot be used (${reasonOf(error)})`;
  return isFull(error)
    ? new UserError('state-folder', problem, makeRoom, { exitCode: exitCodes.stopped })
    : new UserError('state-folder', problem, nameAnother);
}

const makeRoom = 'Make room on that disk, then run the same command again.';
const nameOne = say`Name a folder with ${option('stateDir')}, SEQUENZY_STATE_DIR or XDG_DATA_HOME, or try it out with ${option('sandbox')}.`;
const nameAnother = say`Check its rights, or name another folder with ${option('stateDir')} or SEQUENZY_STATE_DIR.`;
