/**
 * Why a durable file cannot be used.
 *
 * - `damaged`: a line that is not the last one cannot be read.
 * - `write`: it could not be written, or may not be (opened read-only, or closed).
 * - `held`: another process holds its lease.
 * - `lost`: another process has taken its lease over.
 */
export type StoreErrorCode = 'damaged' | 'write' | 'held' | 'lost';

/** The store is built into several packages: its copies know each other's errors by this mark. */
const brand = Symbol.for('sequenzy-store.error');

/** Who holds a lease, to name it to people. */
export interface LeaseHolder {
  readonly pid: number;
  readonly host: string;
  /** When it was taken. */
  readonly since: Date;
}

interface Details {
  /** Number of the line it is about, from 1. */
  readonly line?: number;
  /** Of the code `held`. */
  readonly holder?: LeaseHolder;
  readonly cause?: unknown;
}

/** A durable file that cannot be opened, read or written. What to do about it depends on what the file is for. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly file: string;
  /** What is wrong with the file: a clause without its name and without a full stop. */
  readonly problem: string;
  readonly line: number | undefined;
  readonly holder: LeaseHolder | undefined;
  readonly [brand] = true;

  constructor(code: StoreErrorCode, file: string, problem: string, details: Details = {}) {
    const { cause, line, holder } = details;
    super(`${file}: ${problem}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.file = file;
    this.problem = problem;
    this.line = line;
    this.holder = holder;
  }

  /** True for the errors of every copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
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
