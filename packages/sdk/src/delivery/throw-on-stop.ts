import type { SequenzyError } from '../errors/errors.ts';

/** For those who want exceptions. */
export interface StopOptions {
  /** Throw what ended the run early (`stoppedBy`) instead of giving back a result that is `stopped`. Default: false. */
  readonly throwOnStop?: boolean | undefined;
}

/** @throws {SequenzyError} that stopped it, where that is asked for. */
export function orThrow<Result extends { readonly stoppedBy: SequenzyError | undefined }>(
  result: Result,
  { throwOnStop = false }: StopOptions,
): Result {
  if (throwOnStop && result.stoppedBy !== undefined) throw result.stoppedBy;
  return result;
}
