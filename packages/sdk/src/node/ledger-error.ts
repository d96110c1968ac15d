import { classMark, isInstanceOf } from 'sequenzy-contract';
import { StoreError } from 'sequenzy-store';

/**
 * Why a file ledger cannot be used.
 *
 * - `damaged`: a line that is not the last one cannot be read, or its checksum is wrong.
 * - `locked`: another run holds it ({@link LedgerLockedError}).
 * - `lost`: another run has taken it over while it was open, such as after this machine was suspended.
 * - `foreign`: it belongs to another company, API origin or endpoint.
 * - `version`: a newer release wrote it.
 * - `write`: it could not be written, or may not be (opened read-only, or closed).
 */
export type LedgerErrorCode = 'damaged' | 'locked' | 'lost' | 'foreign' | 'version' | 'write';

/**
 * A file ledger that cannot be opened or written. The message is one line: the file, the line where there is one, what
 * is wrong, and what to do next. What the system said is the `cause`.
 *
 * It is no `SequenzyError`: nothing was asked of the API.
 */
export class LedgerError extends Error {
  static readonly [classMark]: string = 'LedgerError';
  override readonly name: string;
  readonly code: LedgerErrorCode;
  /** The file it is about. */
  readonly file: string;

  constructor(code: LedgerErrorCode, file: string, message: string, cause?: unknown) {
    super(`${file}: ${message}`, cause === undefined ? undefined : { cause });
    this.name = new.target[classMark];
    this.code = code;
    this.file = file;
  }

  /** True for the errors of every copy of this package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstanceOf(this, value);
  }
}

/** Who holds a ledger. */
export interface LockHolder {
  readonly pid: number;
  /** Names it to people; containers may share it. */
  readonly host: string;
  /** When it was taken. */
  readonly since: Date;
}

/** Another run holds the ledger, or a lock file of an earlier release is in the way that may not be removed without you. */
export class LedgerLockedError extends LedgerError {
  static override readonly [classMark]: string = 'LedgerLockedError';
  declare readonly name: 'LedgerLockedError';
  /** Absent where that cannot be read. `file` is the file that keeps others out. */
  readonly holder: LockHolder | undefined;
  /** What to do about it, in complete sentences; the message ends with it. */
  readonly advice: string;

  /** @param problem A clause without a full stop. */
  constructor(file: string, problem: string, advice: string, holder?: LockHolder) {
    super('locked', file, `${problem}. ${advice}`);
    this.advice = advice;
    this.holder = holder;
  }
}

const startOverNow = 'move the file away to start over: everything is sent once more.';

/** The way out of damage, as a sentence. */
export const startOver = `M${startOverNow.slice(1)}`;

/** The way out of a format that is not known here. */
export const update = `Update sequenzy-commerce, or ${startOverNow}`;

/** The same with what it means for a ledger, and what to do; anything that is not the store's stays as it is. */
export function asLedgerError(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error;
  const { code, file, problem, cause } = error;
  switch (code) {
    case 'damaged':
      return new LedgerError('damaged', file, `${problem}. ${startOver}`, error);
    case 'write':
      return new LedgerError('write', file, `${problem}. ${writeAdvice(cause)}`, cause);
    case 'held':
      return new LedgerLockedError(file, problem, heldAdvice, error.holder);
    case 'lost':
      return new LedgerError('lost', file, `${problem}. ${lostAdvice}`, error);
  }
}

const heldAdvice = 'Wait until it is done, or end it.';

const lostAdvice = 'Nothing more was sent or remembered; run again once that run is done.';

function writeAdvice(cause: unknown): string {
  if (cause === undefined) return 'Open it again to write.';
  return 'Nothing more is remembered. Make room or repair the disk, then run again: what was remembered is kept.';
}
