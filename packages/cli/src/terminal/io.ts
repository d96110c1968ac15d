import type { Readable, Writable } from 'node:stream';
import type { Clock } from 'sequenzy-commerce';

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Everything the program has of the outside, so that a test can put in its own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Aborted by the first Ctrl-C, with `interrupted()` as its reason. */
  readonly interruption: AbortSignal;
  /** Aborted by the second one: nothing is waited for any more. */
  readonly abandonment: AbortSignal;
}
