import type { LiveFailure, LiveSource } from 'sequenzy-sources/live';
import { adviceOf, type Advice } from '../../report/advice.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import { ProxyError } from '../../report/proxy-error.ts';
import { runAgain } from '../../report/stop-reason.ts';
import { UserError } from '../../report/user-error.ts';

/** Why a live source could not be read, what to do, and the exit code for it; nothing was sent to Sequenzy. */
export async function liveFailure(
  error: unknown,
  source: Pick<LiveSource, 'label' | 'explain'>,
  read: number,
): Promise<unknown> {
  const failure = await source.explain(error, read);
  if (failure === undefined || !(error instanceof Error)) return error;
  const problem = `${source.label} could not be read: ${error.message}`;
  if (failure.end !== 'refused' && error.cause instanceof ProxyError) {
    return new UserError('proxy', problem, error.cause.nextStep, { exitCode: exitCodes.stopped });
  }
  return new UserError(failure.code, problem, stepsOf(failure), { exitCode: codes[failure.end] });
}

const codes = {
  refused: exitCodes.refused,
  unusable: exitCodes.usage,
  passing: exitCodes.stopped,
} as const;

function stepsOf({ end, nextStep, retryAt }: LiveFailure): Advice[] {
  const notBefore = retryAt?.toISOString();
  const first = adviceOf(nextStep);
  if (end === 'passing') return [...first, { ...runAgain, ...(notBefore && { notBefore }) }];
  return notBefore === undefined ? first : [...first, ...adviceOf(`Not before ${notBefore}.`)];
}
