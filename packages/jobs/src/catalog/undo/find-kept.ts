import { exitCodes } from '../../report/exit-codes.ts';
import { UserError } from '../../report/user-error.ts';
import type { KeptFolder } from '../kept/kept-folder.ts';

/**
 * The run that is meant: by its id, the beginning of it, or the newest.
 *
 * @throws {UserError} when there is none, more than one, or it was undone.
 */
export async function findKept(
  folder: KeptFolder | undefined,
  id = 'latest',
): Promise<{ readonly run: string; readonly laterRuns: number }> {
  const runs = (await folder?.runs()) ?? [];
  const found = id === 'latest' ? runs.slice(0, 1) : runs.filter((run) => run.startsWith(id));
  const [run, another] = found;
  if (run !== undefined && another === undefined) return { run, laterRuns: runs.indexOf(run) };
  if (run !== undefined) throw notFound(`More than one run begins with ${id}`);
  if (id === 'latest') throw notFound('There is no run to undo');
  const isUndone = await folder?.isUndone(id);
  throw notFound(isUndone === true ? `The run ${id} was undone` : `The run ${id} cannot be undone`);
}

function notFound(problem: string): UserError {
  const advice =
    'What a catalog sync has changed is kept for 30 days or ten runs, for each company.';
  return new UserError('not-found', problem, advice, { exitCode: exitCodes.rejected });
}
