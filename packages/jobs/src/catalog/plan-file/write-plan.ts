import { option, reasonOf, say } from 'sequenzy-contract';
import { isAddress, shownFile } from 'sequenzy-sources/address';
import { AtomicFile } from 'sequenzy-store';
import type { ConnectionOptions } from '../../connect/connection.ts';
import type { ProductChange } from '../../report/changes.ts';
import { UserError } from '../../report/user-error.ts';
import type { PlanFile } from './plan-file.ts';

/**
 * Writes a plan, one change a line, in place of what stands under that name.
 *
 * @throws {UserError} when it cannot be written.
 */
export async function writePlan(
  path: string,
  plan: PlanFile,
  changes: AsyncIterable<ProductChange>,
): Promise<void> {
  try {
    const file = await AtomicFile.create(path);
    try {
      const head = JSON.stringify(plan, undefined, 2).replace(/\n\}$/, '');
      await file.write(`${head},\n  "changes": [`);
      let separator = '\n    ';
      for await (const change of changes) {
        await file.write(separator + JSON.stringify(change));
        separator = ',\n    ';
      }
      await file.write('\n  ]\n}\n');
      await file.keep();
    } catch (error) {
      await file.discard();
      throw error;
    }
  } catch (error) {
    const problem = say`${option('out')}: ${path} cannot be written (${reasonOf(error)})`;
    throw new UserError('bad-plan', problem);
  }
}

/**
 * Refuses what a plan could not name, or what would not be there when it is applied.
 *
 * @throws {UserError} before anything is read.
 */
export function demandPlannable(
  files: readonly string[],
  { sandbox }: Pick<ConnectionOptions, 'sandbox'>,
): void {
  const refuse = (problem: string, advice: string): never => {
    throw new UserError('usage', say`${option('out')}: ${problem}`, advice);
  };
  if (sandbox !== undefined) {
    refuse(
      'a private sandbox is gone when the plan is applied',
      'Plan against the API, or against a sandbox that is served.',
    );
  }
  if (files.includes('-')) {
    refuse('standard input cannot be read again when the plan is applied', 'Name a file.');
  }
  const secret = files.find((file) => isAddress(file) && /[?@]/.test(file));
  if (secret !== undefined) {
    const shown = shownFile(secret);
    refuse(
      `the address ${shown} holds what may be secret, and a plan is shown to others`,
      'Fetch it to a file, and name that.',
    );
  }
}
