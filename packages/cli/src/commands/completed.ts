import { exitCodes } from 'sequenzy-jobs';

/** The beginning of a document of a command that has done what it does. */
export function completed(command: string) {
  return { command, status: 'completed', exitCode: exitCodes.ok };
}
