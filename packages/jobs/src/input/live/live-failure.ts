import type { LiveFailure, LiveSource } from 'sequenzy-sources/live';
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
  const message = `${source.label} could not be read: ${error.message}`;
  if (failure.end !== 'refused' && error.cause instanceof ProxyError) {
    return new UserError('proxy', message, error.cause.nextStep, exitCodes.stopped);
  }
  return new UserError(failure.code, message, adviceOf(failure), codes[failure.end]);
}

const codes = {
  refused: exitCodes.refused,
  unusable: exitCodes.usage,
  passing: exitCodes.stopped,
} as const;

function adviceOf({ end, nextStep, retryAt }: LiveFailure): string {
  const later = retryAt === undefined ? undefined : `Not before ${retryAt.toISOString()}.`;
  const sentences = [nextStep, end === 'passing' ? runAgain : undefined, later];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}
