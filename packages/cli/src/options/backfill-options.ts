import type { BackfillRunOptions, Passed } from 'sequenzy-jobs/orders/backfill/backfill-options.ts';
import { UserError } from 'sequenzy-jobs';
import { nextMoment } from 'sequenzy-jobs/orders/backfill/daily-hours.ts';
import { momentsOf } from 'sequenzy-jobs/orders/backfill/moments.ts';
import { flagWording } from '../terminal/flags.ts';
import { given } from 'sequenzy-jobs/input/reading-options.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { holdOptions } from './hold-options.ts';
import { mostListed } from './input-argument.ts';
import type { FlagsOf, OptionTable } from './option.ts';
import { wholeNumber } from './option-values.ts';
import { orderChoicesOf, orderOptions } from './order-options.ts';
import { clockTime, dailyWindow, orderStatuses } from './order-times.ts';
import { besideOptions } from './relay-options.ts';
import { sending } from './run-options.ts';
import { totalsOf, totalsOptions } from './totals-options.ts';

export const backfillOptions = {
  ...orderOptions,
  ...totalsOptions,
  partialHistory: {
    form: 'switch',
    description: 'compute totals even if some orders are missing or unreadable',
    group: 'sent',
    isRare: true,
  },
  ltvFirst: {
    form: 'switch',
    description: 'newest order of each customer first',
    group: 'sent',
  },
  asEvents: {
    form: 'switch',
    description:
      'experimental: store history as events that start nothing, send one order a customer',
    group: 'sent',
    isRare: true,
  },
  mark: {
    form: 'off',
    description: 'leave out properties.backfill = true',
    group: 'sent',
    isRare: true,
  },
  since: {
    form: 'text',
    value: '<date>',
    description: 'only orders from then on: 2024-05-31, or 3d ago',
    group: 'sent',
  },
  until: {
    form: 'text',
    value: '<date>',
    description: 'send only orders before then',
    group: 'sent',
    isRare: true,
  },
  status: {
    form: orderStatuses,
    value: '<list>',
    description: 'send only these: placed,cancelled,fulfilled,refunded',
    group: 'sent',
    isRare: true,
  },
  lifecycle: {
    form: ['final', 'full'],
    value: '<events>',
    description: 'final: the last status only; full: placed, then the later one',
    default: 'final',
    group: 'sent',
    isRare: true,
  },
  resend: {
    form: ['changed'],
    value: '<which>',
    description: 'changed: also orders that differ only in ways that are not sent, such as a tag',
    group: 'sent',
    isRare: true,
  },
  ...besideOptions,
  full: {
    form: 'switch',
    description: 'send unchanged records too; starts over, even after an interrupted run',
    group: 'sent',
    isRare: true,
  },
  dryRun: sending.dryRun,
  yes: sending.yes,
  expectState: sending.expectState,
  ...holdOptions,
  rate: sending.rate,
  window: {
    form: dailyWindow,
    value: '<hh:mm-hh:mm>',
    description: 'send only in these hours, wait in between',
    group: 'pace',
  },
  maxRequests: {
    form: wholeNumber(1),
    value: '<n>',
    description: 'stop after this many requests',
    group: 'pace',
    isRare: true,
  },
  untilTime: {
    form: clockTime,
    value: '<hh:mm>',
    description: 'stop at this time of the day',
    group: 'pace',
    isRare: true,
  },
  concurrency: sending.concurrency,
  rejects: {
    ...sending.rejects,
    description: 'rejected orders',
    default: '<file>.rejects.csv',
  },
} as const satisfies OptionTable;

export type BackfillFlags = FlagsOf<typeof backfillOptions> & GlobalFlags;

/**
 * Flags -> plain options.
 *
 * @throws {UserError} when one does not apply.
 */
export async function backfillOptionsOf(
  files: readonly string[],
  flags: BackfillFlags,
  now: number,
): Promise<BackfillRunOptions> {
  const mode = flags.dryRun === true ? 'dry-run' : 'sync';
  if (flags.maxHold !== undefined && flags.holdAutomations === undefined) {
    throw new UserError('usage', '--max-hold needs --hold-automations');
  }
  return {
    ...orderChoicesOf(files, flags),
    ...totalsOf(flags),
    ...(await passedOf(flags, now)),
    dryRun: flags.dryRun === true,
    ...given(flags, ['holdAutomations', 'maxHold', 'resumeAfter']),
    rejects: flags.rejects,
    mostListed: mostListed(mode, flags),
    connection: connectionOf(flags, flags.rate),
    stateDir: flags.stateDir,
  };
}

async function passedOf(flags: BackfillFlags, now: number): Promise<Passed> {
  const { untilTime } = flags;
  return {
    mark: flags.mark !== false,
    ltvFirst: flags.ltvFirst === true,
    partialHistory: flags.partialHistory === true,
    full: flags.full === true,
    ...(await momentsOf(flags, { now, wording: flagWording })),
    ...(untilTime === undefined ? {} : { deadline: nextMoment(untilTime, now) }),
    ...given(flags, [
      'asEvents',
      'status',
      'lifecycle',
      'resend',
      'maxRequests',
      'window',
      'concurrency',
    ]),
  };
}
