import type { BackfillOptions, TotalsRule } from 'sequenzy-commerce';
import type { ConnectionOptions } from '../connection.ts';
import type { OrderChoices } from './order-choices.ts';
import type { TotalsChoice } from './totals-choice.ts';

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
export interface BackfillRunOptions {
  readonly input: OrderChoices;
  readonly mode: 'sync' | 'dry-run';
  readonly totals: TotalsChoice | undefined;
  /** Path of a customer export with lifetime totals. */
  readonly totalsFrom: string | undefined;
  /** Default: the platform's of the files, else `net`. */
  readonly totalsRule: TotalsRule | undefined;
  /** Path of the rates, and the currency they are in. */
  readonly rates: { readonly file: string; readonly base: string } | undefined;
  readonly passed: Pick<BackfillOptions, Passed>;
  /** Path of the rejects file. */
  readonly rejects: string | undefined;
  /** Rejects the report lists; the others are only counted and written. */
  readonly mostListed: number;
  readonly connection: ConnectionOptions;
  /** Only looked at in a dry run. */
  readonly stateDir: string | undefined;
}
