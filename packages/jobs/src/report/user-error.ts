import { classMark, isInstanceOf, type Words } from 'sequenzy-contract';
import type { Mapping } from 'sequenzy-sources';
import { adviceOf, toldOf, type Advice, type FailureParts, type Place } from './advice.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { FailureCode } from './failure-code.ts';

interface Details {
  /** Default: that of wrong usage. */
  readonly exitCode?: ExitCode;
  readonly place?: Place | undefined;
}

/**
 * Something the person at the keyboard can do something about. Everything else that is thrown is a bug. Its message is
 * the place and the problem, with options as programs call them.
 */
export class UserError extends Error implements FailureParts {
  static readonly [classMark]: string = 'UserError';
  override readonly name = 'UserError';
  /** A stable word for scripts. */
  readonly code: FailureCode;
  readonly place: Place | undefined;
  readonly problem: Words;
  readonly advice: readonly Advice[];
  readonly exitCode: ExitCode;
  /** How the file can be read, where that waits for the user. */
  readonly mapping?: Mapping;

  /**
   * @param problem What is wrong, one line.
   * @param advice What to do about it: complete sentences, or typed advice.
   */
  constructor(
    code: FailureCode,
    problem: Words,
    advice?: Words | readonly Advice[],
    { exitCode = exitCodes.usage, place }: Details = {},
  ) {
    const steps = isSteps(advice) ? advice : adviceOf(advice);
    super(toldOf({ code, place, problem, advice: steps }).message);
    this.code = code;
    this.place = place;
    this.problem = problem;
    this.advice = steps;
    this.exitCode = exitCode;
  }

  /** True for the errors of every copy of this package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstanceOf(this, value);
  }
}

function isSteps(advice: Words | readonly Advice[] | undefined): advice is readonly Advice[] {
  return Array.isArray(advice) && advice.every((one) => typeof one === 'object' && 'act' in one);
}

/** The reason the interruption's signal is aborted with. */
export function interrupted(): UserError {
  return new UserError('interrupted', 'Interrupted', undefined, {
    exitCode: exitCodes.interrupted,
  });
}

/** What is told after the second Ctrl-C. */
export function stoppedAtOnce(): UserError {
  const problem = 'Stopped at once: requests under way are not counted';
  const { interrupted: exitCode } = exitCodes;
  return new UserError('interrupted', problem, [{ act: 'run-again' }], { exitCode });
}
