import { option, say, type OptionUse, type Words, reasonOf } from 'sequenzy-contract';
import type { SecretKeeper } from '../job/surroundings.ts';
import { readFile, stat } from 'node:fs/promises';
import type { Io } from '../job/io.ts';
import { UserError } from '../report/user-error.ts';

/** What a key is called where it may stand. */
interface KeyNames {
  readonly variable: string;
  readonly option: OptionUse;
  /** That there is none. */
  readonly absence: string;
  /** What to do when there is none. */
  readonly advice: Words;
  /** Whether any character may stand in it but those that control a terminal. Default: no. */
  readonly isPassword?: boolean | undefined;
}

const sequenzyKey: KeyNames = {
  variable: 'SEQUENZY_API_KEY',
  option: option('apiKeyFile'),
  absence: 'There is no API key',
  advice: say`Set SEQUENZY_API_KEY, name a file with ${option('apiKeyFile')}, or try it without a key: ${option('sandbox')}.`,
};

export interface KeySource {
  readonly apiKeyFile?: string | undefined;
  /** Default: {@link sequenzyKey}. */
  readonly names?: KeyNames;
  readonly env: Io['env'];
  readonly secrets: SecretKeeper;
  readonly warn: (sentence: string) => void;
}

/**
 * An API key, from the file or else from the environment; the file wins because it was named on purpose.
 *
 * @throws {UserError} when there is none or the file cannot be used.
 */
export async function apiKeyFrom(source: KeySource): Promise<string> {
  const { apiKeyFile, env, secrets, warn, names = sequenzyKey } = source;
  const key =
    apiKeyFile === undefined ? env[names.variable]?.trim() : await read(apiKeyFile, names);
  if (key === undefined || key === '') throw missing(apiKeyFile, names);
  secrets.hide(key);
  const allowed = names.isPassword === true ? /^\P{Cc}+$/u : /^[\x21-\x7e]+$/;
  if (!allowed.test(key)) {
    throw new UserError(
      'bad-key',
      `${apiKeyFile ?? names.variable} contains spaces or other characters that a key cannot contain`,
      'It must hold the key and nothing else.',
    );
  }
  if (apiKeyFile !== undefined && (await isOpenToOthers(apiKeyFile))) {
    warn(`Others on this machine can read ${apiKeyFile}: run chmod 600 ${apiKeyFile}.`);
  }
  return key;
}

async function read(file: string, { option }: KeyNames): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new UserError(
      'unreadable-key',
      `${file} cannot be read (${reasonOf(error)})`,
      'Name a file that holds the key and nothing else.',
      { place: { option } },
    );
  }
}

/** Windows keeps permissions elsewhere; what `mode` says there means nothing. */
async function isOpenToOthers(file: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const { mode } = await stat(file);
  return (mode & 0o077) !== 0 && (await stat(file)).isFile();
}

function missing(file: string | undefined, { option, absence, advice }: KeyNames): UserError {
  return new UserError('missing-key', file === undefined ? absence : `${file} is empty`, advice, {
    place: file === undefined ? undefined : { option },
  });
}
