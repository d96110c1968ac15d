import { classMark } from 'sequenzy-contract';
import { SequenzyError } from '../../errors/errors.ts';

const messages = {
  maxRequests: 'The limit of maxRequests is reached',
  deadline: 'The deadline is reached',
} as const;

/** A bound of a backfill is reached, as planned: nothing is wrong, and the same call continues. */
export class SequenzyBoundError extends SequenzyError {
  static override readonly [classMark]: string = 'SequenzyBoundError';
  declare readonly name: 'SequenzyBoundError';
  /** The option that set it. */
  readonly bound: 'maxRequests' | 'deadline';

  constructor(bound: 'maxRequests' | 'deadline', ambiguous: boolean) {
    super('ceiling', messages[bound], { retryable: true, ambiguous });
    this.bound = bound;
  }
}
