import { option, say } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import type { TextFile } from '../input/text-file.ts';
import { readTextFiles } from '../input/text-files.ts';
import type { Decimal } from '../money/amount.ts';
import type { Workspace } from '../spool/workspace.ts';
import { decimalOf } from './option-values.ts';
import type { ReadingOptions } from './reading-options.ts';

/**
 * Every input as a text in the workspace, in order; of a workbook the sheet that is read.
 *
 * @throws {SourceError} One cannot be used.
 */
export async function inputTexts(
  files: readonly string[],
  options: ReadingOptions & { readonly decimal?: Decimal | undefined },
  workspace: Workspace,
): Promise<TextFile[]> {
  const { sheet, signal } = options;
  const inputs = await readTextFiles(files, options, workspace);
  if (sheet !== undefined && !inputs.some((input) => 'isPacked' in input)) {
    throw noWorkbooks(
      sheet,
      inputs.map(({ name }) => name),
    );
  }
  const decimal = decimalOfNumbers(options);
  const texts: TextFile[] = [];
  for (const input of inputs) {
    if ('isPacked' in input) {
      // Who has no workbook does not wait for what reads it.
      const { sheetText } = await import('../containers/workbook/sheet-text.ts');
      texts.push(await sheetText(input, { sheet, decimal, workspace, signal }));
    } else texts.push(input);
  }
  return texts;
}

/** Numbers of a workbook are written as its texts are: as the user says, or the one sign that a mapping names. */
function decimalOfNumbers({
  decimal,
  mapping,
}: Parameters<typeof inputTexts>[1]): Decimal | undefined {
  if (decimal !== undefined || typeof mapping !== 'object') return decimalOf(decimal);
  const signs = Object.values(mapping.fields).flatMap((rule) =>
    typeof rule === 'object' && 'from' in rule ? (rule.decimal ?? []) : [],
  );
  return signs.every((sign) => sign === ',') ? signs[0] : undefined;
}

function noWorkbooks(sheet: string, files: readonly string[]): SourceError {
  const [file = ''] = files;
  return new SourceError(`there is no sheet "${sheet}": it is not a workbook`, {
    code: 'bad-option',
    file,
    value: sheet,
    nextStep: say`Leave ${option('sheet')} out, or name a file in .xlsx, .xlsm or .ods.`,
  });
}
