import { readFile } from 'node:fs/promises';
import type { FanfareNames } from 'sequenzy-fanfare';
import { UserError } from '../../user-error.ts';
import { reasonOf } from '../system-error.ts';

/** Names of the list; those of a variant's fields belong to `--map`, which reads them. */
const members = ['first', 'after', 'data', 'pageInfo', 'endCursor'] as const;

type ListNames = Partial<Pick<FanfareNames, (typeof members)[number]>>;

/**
 * Reads `--fanfare-names`: how Fanfare's list calls what its documentation does not name.
 *
 * @throws {UserError} when it cannot be read, or naming the member that is unknown or no name.
 */
export async function readFanfareNames(file: string): Promise<ListNames> {
  const names: unknown = await parse(file);
  if (typeof names !== 'object' || names === null || Array.isArray(names)) {
    throw badNames(`${file} is not a JSON object`);
  }
  const entries = Object.entries(names).map(([member, name]: [string, unknown]) => {
    if (!members.some((known) => known === member)) {
      throw badNames(`${file} has an unknown member ${JSON.stringify(member)}`);
    }
    if (typeof name !== 'string' || name === '') {
      throw badNames(`${file}: ${member} must be a name, got ${JSON.stringify(name)}`);
    }
    return [member, name] as const;
  });
  return Object.fromEntries(entries);
}

async function parse(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    const problem = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw badNames(`${file} ${problem} (${reasonOf(error)})`);
  }
}

export function badNames(problem: string): UserError {
  return new UserError(
    'bad-fanfare-names',
    `--fanfare-names: ${problem}`,
    `It must be a JSON object out of ${members.join(', ')}: {"first": "limit", "data": "items"}.`,
  );
}
