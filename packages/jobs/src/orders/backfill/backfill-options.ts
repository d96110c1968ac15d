import type { BackfillOptions } from 'sequenzy-commerce/backfill';
import { option, say } from 'sequenzy-contract';
import type { ConnectionOptions } from '../../connect/connection.ts';
import type { OpenElsewhere } from '../../memory/own-ledger.ts';
import { UserError } from '../../report/user-error.ts';
import type { HoldOptions } from '../hold/hold.ts';
import type { TotalsSettings } from '../totals/totals-settings.ts';

/** What the SDK is told as it was given; see there for the defaults. */
const passed = [
  'ltvFirst',
  'asEvents',
  'mark',
  'lifecycle',
  'since',
  'until',
  'status',
  'resend',
  'partialHistory',
  'maxRequests',
  'deadline',
  'window',
  'concurrency',
  'full',
] as const satisfies readonly (keyof BackfillOptions)[];

export type Passed = Pick<BackfillOptions, (typeof passed)[number]>;

/** Options of `backfillOrders`. */
export interface BackfillRunOptions extends TotalsSettings, Passed, HoldOptions {
  /** Read, check and plan, but send nothing. */
  readonly dryRun?: boolean | undefined;
  /** Path of the rejects file. Default: `<first file>.rejects.csv`, where something is sent. */
  readonly rejects?: string | undefined;
  /** Rejects the report lists; the others are only counted and written. Default: 20. */
  readonly mostListed?: number | undefined;
  readonly connection?: ConnectionOptions | undefined;
  /** What programs on other machines have sent, such as relays of webhooks. Default: there are none. */
  readonly openElsewhere?: OpenElsewhere | undefined;
  /** Where what was sent is remembered. Default: SEQUENZY_STATE_DIR, else the platform's place for data. */
  readonly stateDir?: string | undefined;
}

/** @throws {UserError} where options exclude each other. */
export function requireCompatible({ asEvents, ltvFirst, lifecycle }: BackfillRunOptions): void {
  if (asEvents !== true) return;
  if (ltvFirst === true) {
    throw new UserError(
      'usage',
      say`${option('asEvents')} cannot be used with ${option('ltvFirst')}`,
      'As events, the newest order of each customer is sent last, with the totals.',
    );
  }
  if (lifecycle === 'full') {
    throw new UserError(
      'usage',
      say`${option('asEvents')} cannot be used with a full ${option('lifecycle')}`,
      'Each order is one event, of its last status.',
    );
  }
}

/** Those that the SDK is told. */
export function passedOf(options: BackfillRunOptions): Passed {
  const given = passed.filter((name) => options[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, options[name]]));
}
