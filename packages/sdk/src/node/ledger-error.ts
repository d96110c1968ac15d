/**
 * Why a file ledger cannot be used.
 *
 * - `damaged`: a line that is not the last one cannot be read.
 * - `locked`: another run holds it ({@link LedgerLockedError}).
 * - `foreign`: it belongs to another company, API origin or endpoint.
 * - `version`: a newer release wrote it.
 * - `write`: it could not be written, or may not be (opened read-only, or closed).
 */
export type LedgerErrorCode = 'damaged' | 'locked' | 'foreign' | 'version' | 'write';

/**
 * A file ledger that cannot be opened or written. The message is one line: the file, the line where there is one, what
 * is wrong, and what to do next. What the system said is the `cause`.
 *
 * It is no `SequenzyError`: nothing was asked of the API.
 */
export class LedgerError extends Error {
  override readonly name: string = 'LedgerError';
  readonly code: LedgerErrorCode;
  /** The file it is about. */
  readonly file: string;

  constructor(code: LedgerErrorCode, file: string, message: string, cause?: unknown) {
    super(`${file}: ${message}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.file = file;
  }
}

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When it was taken. */
  readonly since: Date;
}

/** Another run holds the ledger, or a lock file is in the way that may not be removed without asking you. */
export class LedgerLockedError extends LedgerError {
  override readonly name = 'LedgerLockedError';
  /** Absent where the lock file cannot be read. `file` is the lock file. */
  readonly holder: LockHolder | undefined;

  constructor(file: string, message: string, holder?: LockHolder) {
    super('locked', file, message);
    this.holder = holder;
  }
}

/** What the system said, in short: `ENOSPC` of a file error, else its message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return systemCode(error) ?? error.message;
}

/** `ENOENT` and the like. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
