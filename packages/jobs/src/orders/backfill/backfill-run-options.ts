import type { BackfillOptions } from 'sequenzy-commerce';
import type { ConnectionOptions } from '../../connect/connection.ts';
import type { TotalsWishes } from '../totals/backfill-totals.ts';

/** What the SDK is told as it was typed; see there for the defaults. */
type Passed =
  | 'ltvFirst'
  | 'mark'
  | 'lifecycle'
  | 'since'
  | 'until'
  | 'status'
  | 'resend'
  | 'partialHistory'
  | 'maxRequests'
  | 'deadline'
  | 'window'
  | 'concurrency'
  | 'full';

/** Options of `orders backfill`, as plain values. */
export interface BackfillRunOptions extends TotalsWishes {
  readonly mode: 'sync' | 'dry-run';
  readonly passed: Pick<BackfillOptions, Passed>;
  /** Path of the rejects file. */
  readonly rejects: string | undefined;
  /** Rejects the report lists; the others are only counted and written. */
  readonly mostListed: number;
  readonly connection: ConnectionOptions;
  /** Only looked at in a dry run. */
  readonly stateDir: string | undefined;
}
