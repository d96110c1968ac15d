import type { Fault } from 'sequenzy-contract';
import type { SequenzyError } from '../errors.ts';
import type { Entry } from './batch.ts';
import type { Outcome } from './outcome.ts';

/** What became of a request, for each of its records. */
export type Verdict =
  | { readonly status: 'accepted' }
  | {
      readonly status: 'rejected';
      readonly reasons: readonly Fault[];
      readonly error?: SequenzyError;
    }
  | { readonly status: 'notAttempted'; readonly ambiguous: boolean };

/**
 * 400, 413 and 422 are the records' own fault: they are rejected and the run goes on.
 * Anything else would meet the next request too: the run stops, and can be started again.
 */
export function verdictOn(error: SequenzyError, records: number): Verdict {
  const theirFault = error.status === 400 || error.status === 413 || error.status === 422;
  if (!theirFault) return { status: 'notAttempted', ambiguous: error.ambiguous };
  const others = records > 1 ? ` (refused together with ${records - 1} others)` : '';
  const message = `${error.serverMessage ?? error.message}${others}`;
  return { status: 'rejected', reasons: [{ path: '', message }], error };
}

/** A merged entry stands for several records: each has its own outcome. */
export function outcomesOf<Rec>({ key, positions }: Entry<Rec>, verdict: Verdict): Outcome[] {
  return positions.map((position) => ({ key, ...verdict, ...position }));
}
