import type { Fault } from 'sequenzy-contract';
import type { SequenzyError } from '../errors/errors.ts';
import type { Entry } from './entry.ts';
import type { Outcome } from './outcome.ts';

/** What became of a key, and so of each record it was made of. */
export type Verdict =
  | { readonly status: 'accepted' | 'unchanged' }
  | {
      readonly status: 'rejected';
      readonly reasons: readonly Fault[];
      readonly error?: SequenzyError;
    }
  | {
      readonly status: 'unknown';
      readonly reasons: readonly Fault[];
      readonly error: SequenzyError;
    }
  | { readonly status: 'notAttempted' };

/**
 * 400, 413 and 422 are the records' own fault: they are rejected and the run continues.
 * Anything else would meet the next request too: the run stops, and can be started again.
 */
export function isTheRecordsFault({ code, status = 0 }: SequenzyError): boolean {
  return code === 'bad-request' && [400, 413, 422].includes(status);
}

/** Sent, without an answer that settles it. */
export function unknownBecauseOf(error: SequenzyError): Verdict {
  const message = `It is not known whether it has arrived: ${error.message}`;
  return { status: 'unknown', reasons: [{ path: '', message }], error };
}

/** A merged entry stands for several records: each has its own outcome. */
export function outcomesOf<Rec>({ key, positions }: Entry<Rec>, verdict: Verdict): Outcome[] {
  return positions.map((position) => ({ key, ...verdict, ...position }));
}
