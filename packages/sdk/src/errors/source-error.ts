import { classMark } from 'sequenzy-contract';
import { SequenzyError } from './errors.ts';

/** The input of a bulk call threw while it was read. What it threw is the `cause`. */
export class SequenzySourceError extends SequenzyError {
  static override readonly [classMark]: string = 'SequenzySourceError';
  declare readonly name: 'SequenzySourceError';
}
