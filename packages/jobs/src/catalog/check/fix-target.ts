import { lstat } from 'node:fs/promises';
import type { Decisions } from '../../job/decisions.ts';
import { UserError } from '../../report/user-error.ts';
import { demandPlace } from '../../rejects/place.ts';
import { isWorkbookName, leadsToOneOf } from '../../rejects/target.ts';
import { option, say, type Words } from 'sequenzy-contract';

export interface FixChoice {
  /** As the user named them. */
  readonly files: readonly string[];
  /** Path of the repaired file. */
  readonly fix?: string | undefined;
  /** Other files of the command, which must not be replaced either: rejects, a catalog. */
  readonly others: readonly (string | undefined)[];
}

/**
 * Where the repaired file goes, before anything is read.
 *
 * @throws {UserError} There are several inputs, it is one of them, its name is that of a workbook, it exists and must not be replaced, or it cannot be
 * written.
 */
export async function fixTarget(
  { files, fix, others }: FixChoice,
  { replaceFile }: Pick<Decisions, 'replaceFile'>,
): Promise<string | undefined> {
  if (fix === undefined) return undefined;
  if (files.length > 1) {
    throw refusal('there are several input files', 'Repair one file at a time.');
  }
  if (fix === '' || fix === '-') throw refusal('it has to be a file', 'Name one.');
  if (isWorkbookName(fix)) {
    throw refusal('the repaired file is CSV', 'Give it a name that ends in .csv.');
  }
  const taken = others.filter((other) => other !== undefined);
  if (await leadsToOneOf(fix, taken)) {
    throw refusal(`${fix} is another file of this command`, 'Name another one.');
  }
  if (await leadsToOneOf(fix, files)) {
    throw refusal(
      `${fix} is the input file`,
      'Name another one: an input file is never overwritten.',
    );
  }
  await demandPlace(fix, option('fix'));
  const found = await lstat(fix).catch(() => undefined);
  if (found?.isDirectory() === true) throw refusal(`${fix} is a folder`, 'Name a file.');
  if (found === undefined) return fix;
  if ((await replaceFile?.(fix, 'repaired file')) === true) return fix;
  throw refusal(`${fix} exists`, say`Name another one, or replace it with ${option('yes')}.`);
}

export function refusal(problem: string, advice: Words): UserError {
  return new UserError('bad-fix-file', problem, advice, { place: { option: option('fix') } });
}

export const atItsOrigin = 'Fix it in the shop, then export again.';
