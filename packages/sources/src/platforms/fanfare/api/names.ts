import { isRecord } from 'sequenzy-contract';
import type { FanfareNames } from 'sequenzy-fanfare';
import { SourceError } from '../../../faults/source-error.ts';
import type { LiveValue } from '../../../live/live-source.ts';
import { members, namesOption } from './settings.ts';

/** @throws {SourceError} A member is unknown, or is not a name. */
export function namesFrom(
  given: LiveValue | undefined,
): Partial<Pick<FanfareNames, (typeof members)[number]>> {
  if (given === undefined) return {};
  const { text: file, value } = given;
  if (!isRecord(value)) throw badNames(`${file} is not a JSON object`);
  const entries = Object.entries(value).map(([member, name]) => {
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

export function badNames(problem: string): SourceError {
  const { name, nextStep } = namesOption;
  return new SourceError(`--${name}: ${problem}`, { code: 'bad-option', nextStep });
}
