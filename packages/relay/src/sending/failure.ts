import { SequenzyError, type ErrorCode } from 'sequenzy-commerce';

/** What a failed attempt means. */
export type Failure =
  /** This order is refused for good. */
  | 'refused'
  /** Nothing gets through: an outage, a key that is refused, a full disk. */
  | 'outage'
  /** It may be this order alone. */
  | 'this';

/** Attempts at something that fails by itself before a person has to look at it. */
export const mostAttempts = 10;

const refusals: readonly ErrorCode[] = ['validation', 'bad-request'];
const ofOne: readonly ErrorCode[] = ['contradiction', 'too-large', 'not-found', 'conflict'];

/** What was sent before cannot be known now. */
export class MemoryError extends Error {
  override readonly name = 'MemoryError';
}

export function failureOf(error: unknown): Failure {
  if (error instanceof MemoryError) return 'outage';
  if (!(error instanceof SequenzyError)) return 'this';
  if (refusals.includes(error.code)) return 'refused';
  return ofOne.includes(error.code) ? 'this' : 'outage';
}
