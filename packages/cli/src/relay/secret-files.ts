import { readFile, stat } from 'node:fs/promises';
import { reasonOf } from 'sequenzy-contract';
import type { Secrets } from 'sequenzy-contract';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';

interface Surroundings {
  readonly secrets: Secrets;
  readonly warn: (sentence: string) => void;
}

/**
 * The secrets of each platform, one a line of its file: two while one replaces the other.
 *
 * @param named `file`, for every platform, or `shopify=file`.
 * @throws {UserError} where one is lacking or cannot be read.
 */
export async function secretsFor(
  platforms: readonly string[],
  named: readonly string[],
  surroundings: Surroundings,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = filesOf(platforms, named);
  const found = new Map<string, readonly string[]>();
  for (const platform of platforms) {
    const file = files.get(platform);
    if (file === undefined) {
      const option = platforms.length > 1 ? `${platform}=<file>` : '<file>';
      throw usage(
        `There is no secret for ${platform}`,
        `Name a file that holds it: --secret-file ${option}.`,
      );
    }
    found.set(platform, await linesOf(file, surroundings));
  }
  return found;
}

function filesOf(
  platforms: readonly string[],
  named: readonly string[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const text of named) {
    const [, platform, file] = /^([a-z]+)=(.+)$/s.exec(text) ?? [];
    if (platform !== undefined && file !== undefined && platforms.includes(platform)) {
      files.set(platform, file);
    } else if (platforms.length === 1 && platforms[0] !== undefined) {
      files.set(platforms[0], text);
    } else {
      const advice = `Name the platform too: --secret-file ${platforms[0] ?? ''}=${text}.`;
      throw usage(`--secret-file ${text}: it is not said for which platform`, advice);
    }
  }
  return files;
}

async function linesOf(file: string, { secrets, warn }: Surroundings): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const problem = `--secret-file ${file} cannot be read (${reasonOf(error)})`;
    throw new UserError(
      'unreadable-key',
      problem,
      'Name a file that holds the secret and nothing else.',
    );
  });
  const lines = text.split('\n').map((line) => line.trim());
  const found = lines.filter((line) => line !== '');
  if (found.length === 0)
    throw usage(`--secret-file ${file} is empty`, 'Write the secret into it.');
  for (const secret of found) secrets.hide(secret);
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    warn(`Others on this machine can read ${file}: run chmod 600 ${file}.`);
  }
  return found;
}

function usage(problem: string, advice: string): UserError {
  return new UserError('usage', problem, advice);
}
