import { SequenzyError } from './errors.ts';

/** The input of a bulk call threw while it was read. What it threw is the `cause`. */
export class SequenzySourceError extends SequenzyError {
  override readonly name = 'SequenzySourceError';
}
