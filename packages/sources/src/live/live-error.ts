import type { LiveFailure } from './live-source.ts';

/** A live source cannot be read, for a reason that its API did not say. */
export class LiveError extends Error {
  override readonly name = 'LiveError';
  readonly failure: LiveFailure;

  /** @param message What is wrong, without a full stop. */
  constructor(message: string, failure: LiveFailure) {
    super(message);
    this.failure = failure;
  }
}
