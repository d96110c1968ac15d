import { isRecord } from 'sequenzy-contract';
import type { FanfareNames } from 'sequenzy-fanfare';
import { UserError } from '../../report/user-error.ts';
import { readJsonFile } from '../json-file.ts';

/** Names of the list; those of a variant's fields belong to `--map`, which reads them. */
const members = ['first', 'after', 'data', 'pageInfo', 'endCursor'] as const;

const option = {
  name: '--fanfare-names',
  code: 'bad-fanfare-names',
  nextStep: `It must be a JSON object out of ${members.join(', ')}: {"first": "limit", "data": "items"}.`,
} as const;

type ListNames = Partial<Pick<FanfareNames, (typeof members)[number]>>;

/**
 * Reads `--fanfare-names`: how Fanfare's list calls what its documentation does not name.
 *
 * @throws {UserError} when it cannot be read, or naming the member that is unknown or no name.
 */
export async function readFanfareNames(file: string): Promise<ListNames> {
  const names: unknown = await readJsonFile(file, option);
  if (!isRecord(names)) {
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

export function badNames(problem: string): UserError {
  const { name, code, nextStep } = option;
  return new UserError(code, `${name}: ${problem}`, nextStep);
}
