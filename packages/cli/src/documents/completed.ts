import { exitCodes } from 'sequenzy-jobs/report/exit-codes.ts';
import type { Done } from './head.ts';

/** The beginning of a document of a command that has done what it does. */
export function completed<Name extends string>(
  command: Name,
): Pick<Done<Name>, 'command' | 'status' | 'exitCode'> {
  return { command, status: 'completed', exitCode: exitCodes.ok };
}
