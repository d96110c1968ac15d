import { readFile, stat } from 'node:fs/promises';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Secrets } from '../secrets.ts';
import { UserError } from '../user-error.ts';
import { reasonOf } from './system-error.ts';

export interface KeySource {
  readonly apiKeyFile: string | undefined;
  readonly env: Io['env'];
  readonly secrets: Secrets;
  readonly warn: (sentence: string) => void;
}

/**
 * The API key, from the file or else from SEQUENZY_API_KEY; the file wins because it was named on purpose.
 *
 * @throws {UserError} when there is none or the file cannot be used.
 */
export async function apiKeyFrom({ apiKeyFile, env, secrets, warn }: KeySource): Promise<string> {
  const key = apiKeyFile === undefined ? env['SEQUENZY_API_KEY']?.trim() : await read(apiKeyFile);
  if (key === undefined || key === '') throw missing(apiKeyFile);
  secrets.hide(key);
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new UserError(
      'bad-key',
      `${apiKeyFile ?? 'SEQUENZY_API_KEY'} holds spaces or characters no key has`,
      'It must hold the key and nothing else.',
    );
  }
  if (apiKeyFile !== undefined && (await isOpenToOthers(apiKeyFile))) {
    warn(`Others on this machine can read ${apiKeyFile}: run chmod 600 ${apiKeyFile}.`);
  }
  return key;
}

async function read(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new UserError(
      'unreadable-key',
      `--api-key-file: ${file} cannot be read (${reasonOf(error)})`,
      'Name a file that holds the key and nothing else.',
    );
  }
}

/** Windows keeps permissions elsewhere; what `mode` says there means nothing. */
async function isOpenToOthers(file: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const { mode } = await stat(file);
  return (mode & 0o077) !== 0 && (await stat(file)).isFile();
}

function missing(file: string | undefined): UserError {
  return new UserError(
    'missing-key',
    file === undefined ? 'There is no API key' : `--api-key-file: ${file} is empty`,
    'Set SEQUENZY_API_KEY, name a file with --api-key-file, or try it without a key: --sandbox.',
    exitCodes.usage,
  );
}
