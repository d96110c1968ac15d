import { exitCodes, type ExitCode } from '../../report/exit-codes.ts';
import { UserError } from '../../report/user-error.ts';
import type { Ended, Status } from '../../report/summary.ts';
import { leftOf, type Damage } from './damage.ts';

/** What is left for a person makes the exit code 3, as a rejected record does. */
export function withDamage<Ending extends { readonly status: Status; readonly exitCode: ExitCode }>(
  ending: Ending,
  damage: Damage,
): Ending {
  if (ending.exitCode !== exitCodes.ok || leftOf(damage) === 0) return ending;
  return { ...ending, status: 'partial', exitCode: exitCodes.rejected };
}

/** Files that are refused as a whole: what was found in them is reported all the same. */
export async function orDamage<Opened>(
  opening: Promise<Opened>,
  { findings, repaired }: Damage,
): Promise<Opened | UserError> {
  try {
    return await opening;
  } catch (error) {
    const hasReport = findings.count > 0 || repaired !== undefined;
    if (error instanceof UserError && error.exitCode === exitCodes.usage && hasReport) return error;
    throw error;
  }
}

/** How a check ends whose files are refused as a whole. */
export function failedEnd(
  command: string,
  { code, place, problem, advice, exitCode: told }: UserError,
): Ended {
  // Shifted rows are among what was looked for and found.
  const exitCode = code === 'shifted-rows' ? exitCodes.rejected : told;
  return { command, status: 'failed', exitCode, stoppedBy: { code, place, problem, advice } };
}
