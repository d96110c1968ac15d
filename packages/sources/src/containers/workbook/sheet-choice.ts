import { option, say, type Words } from 'sequenzy-contract';
import { SourceError } from '../../faults/source-error.ts';
import { listed } from '../../text/listed.ts';
import type { Workbook } from './workbook.ts';

/** The sheet that is read, and what the user should know of that. */
export interface SheetChoice {
  readonly index: number;
  readonly name: string;
  readonly remarks: readonly Words[];
}

/**
 * The sheet that the user names, else the first that is shown and has something in it.
 *
 * @param wanted Its name, or its number from 1; a name comes first.
 * @throws {SourceError} There is none.
 */
export async function chosenSheet(
  workbook: Workbook,
  wanted: string | undefined,
  file: string,
): Promise<SheetChoice> {
  const { sheets } = workbook;
  if (wanted !== undefined) {
    const index = indexOf(workbook, wanted, file);
    const { name = '' } = sheets[index] ?? {};
    if (await workbook.isEmpty(index)) throw empty(file, `the sheet "${name}" is empty`);
    return { index, name, remarks: [] };
  }
  const filled: { index: number; name: string; isHidden: boolean }[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (!(await workbook.isEmpty(index))) filled.push({ index, ...sheet });
  }
  const first = filled.find(({ isHidden }) => !isHidden) ?? filled[0];
  if (first === undefined) throw empty(file, 'the workbook has nothing in it');
  const others = filled.filter((sheet) => sheet !== first).map(({ name }) => name);
  const remark = say`Of ${file} the sheet "${first.name}" was read; there is something in ${others.length === 1 ? 'another' : 'others'}, too: ${listed(others)}. Name one with ${option('sheet')}.`;
  return { index: first.index, name: first.name, remarks: others.length === 0 ? [] : [remark] };
}

/** In a workbook no two names are the same but for their case. */
function indexOf({ sheets }: Workbook, wanted: string, file: string): number {
  const names = sheets.map(({ name }) => name);
  const same = names.findIndex((name) => folded(name) === folded(wanted));
  const named = names.includes(wanted) ? names.indexOf(wanted) : same;
  if (named >= 0) return named;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  if (number >= 1 && number <= names.length) return number - 1;
  throw new SourceError(`there is no sheet "${wanted}"`, {
    code: 'bad-option',
    file,
    value: wanted,
    nextStep: `The sheets are: ${names.map((name, index) => `${index + 1} "${name}"`).join(', ')}.`,
  });
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}

function empty(file: string, problem: string): SourceError {
  return new SourceError(problem, {
    code: 'empty',
    file,
    nextStep: say`Name another sheet with ${option('sheet')}, or export the file again.`,
  });
}
