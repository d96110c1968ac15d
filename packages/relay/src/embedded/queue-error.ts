import { classMark, isInstanceOf } from 'sequenzy-contract';
import { StoreError, type StoreErrorCode } from 'sequenzy-store';

/**
 * Why the queue of a folder cannot be used: `held` by another process, or since `lost` to one, `damaged`, or not to be written
 * (`write`). The message is one line, with what to do about it.
 */
export class QueueError extends Error {
  static readonly [classMark]: string = 'QueueError';
  override readonly name = 'QueueError';
  readonly code: StoreErrorCode;
  /** The file it is about. */
  readonly file: string;

  constructor(error: StoreError) {
    super(`${error.file}: ${error.problem}. ${advice[error.code]}`, { cause: error });
    this.code = error.code;
    this.file = error.file;
  }

  /** True for the errors of every copy of this package, ESM or CommonJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstanceOf(this, value);
  }
}

const advice: Readonly<Record<StoreErrorCode, string>> = {
  held: 'One relay uses a folder at a time: end that one, or name another folder.',
  lost: 'Nothing more is taken here; start it again once the other one is done.',
  damaged: 'Move the file away to start with an empty queue, and reconcile with orders backfill.',
  write: 'Make room or repair the disk: what was taken is kept.',
};

/** The same with what to do; anything that is not the store's stays as it is. */
export function asQueueError(error: unknown): unknown {
  return error instanceof StoreError ? new QueueError(error) : error;
}
