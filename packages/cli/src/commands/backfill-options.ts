import { Option, type Command } from 'commander';
import type { DailyWindow, OrderStatus } from 'sequenzy-commerce/backfill';
import type { BackfillRunOptions, Passed } from 'sequenzy-jobs/orders/backfill/backfill-options.ts';
import { nextMoment } from 'sequenzy-jobs/orders/backfill/daily-hours.ts';
import { connectionOf } from './global-options.ts';
import { mostListed } from './file-options.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { rate, resumeAfterOption, span, wholeNumber } from './option-values.ts';
import { clockTime, dailyWindow, momentsOf, orderStatuses } from './order-times.ts';
import { addTotalsOptions, orderChoicesOf, totalsOf, type TotalsFlags } from './orders-options.ts';

export interface BackfillFlags extends TotalsFlags {
  readonly partialHistory?: true;
  readonly ltvFirst?: true;
  /** False where --no-mark was given. */
  readonly mark: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly status?: readonly OrderStatus[];
  readonly lifecycle?: 'final' | 'full';
  readonly resend?: 'changed';
  readonly maxRequests?: number;
  readonly untilTime?: string;
  readonly window?: DailyWindow;
  readonly rate?: number | 'off';
  readonly concurrency?: number;
  readonly rejects?: string;
  readonly dryRun?: true;
  readonly full?: true;
  readonly holdAutomations?: true;
  readonly maxHold?: number;
  readonly resumeAfter?: number;
  readonly yes?: true;
}

export function addBackfillOptions(command: Command): Command {
  return addTotalsOptions(command)
    .option(
      '--partial-history',
      'compute totals although some orders are missing or cannot be read',
    )
    .option(
      '--ltv-first',
      'each customer’s newest order first: all lifetime values are correct early',
    )
    .option('--no-mark', 'leave out properties.backfill = true')
    .option('--since <date>', 'send only orders from then on: 2024-05-31')
    .option('--until <date>', 'send only orders before then')
    .option(
      '--status <list>',
      'send only these: placed,cancelled,fulfilled,refunded',
      orderStatuses,
    )
    .addOption(
      new Option(
        '--lifecycle <events>',
        'final: the last status only; full: placed, then the later one (default: final)',
      ).choices(['final', 'full']),
    )
    .addOption(
      new Option(
        '--resend <which>',
        'changed: also orders that differ only in ways that are not sent, such as a tag',
      ).choices(['changed']),
    )
    .option('--max-requests <n>', 'stop when so many requests have left', wholeNumber(1))
    .option('--until-time <hh:mm>', 'stop at this time of the day', clockTime)
    .option('--window <hh:mm-hh:mm>', 'send only in these hours, wait outside of them', dailyWindow)
    .option('--rate <n|off>', 'requests a minute (default: 100)', rate)
    .option('--concurrency <n>', 'requests under way at once (default: 4)', wholeNumber(1))
    .option('--hold-automations', 'pause enrolment of the sequences that the orders would start')
    .option('--max-hold <time>', 'stop, and resume enrolment, after so long (default: 12h)', span)
    .option(...resumeAfterOption)
    .option('--rejects <file>', 'where rejected orders go (default: <first file>.rejects.csv)')
    .option('--dry-run', 'read, check and plan, but send nothing')
    .option('--full', 'send unchanged records too; starts over, even after an interrupted run')
    .option('--yes', 'answer every question with yes; needed where nobody can be asked');
}

/**
 * Flags -> plain options.
 *
 * @throws {UserError} when one has no meaning.
 */
export async function backfillOptionsOf(
  files: readonly string[],
  flags: BackfillFlags,
  now: number,
): Promise<BackfillRunOptions> {
  const mode = flags.dryRun === true ? 'dry-run' : 'sync';
  const { holdAutomations, maxHold, resumeAfter } = flags;
  if (maxHold !== undefined && holdAutomations === undefined) {
    throw new UserError('usage', '--max-hold needs --hold-automations');
  }
  return {
    ...orderChoicesOf(files, flags),
    ...totalsOf(flags),
    ...(await passedOf(flags, now)),
    dryRun: flags.dryRun === true,
    ...{ holdAutomations, maxHold, resumeAfter },
    rejects: flags.rejects,
    mostListed: mostListed(mode, flags),
    connection: connectionOf(flags, flags.rate),
    stateDir: flags.stateDir,
  };
}

async function passedOf(flags: BackfillFlags, now: number): Promise<Passed> {
  const { status, lifecycle, resend } = flags;
  const { maxRequests, untilTime, window, concurrency } = flags;
  return {
    mark: flags.mark,
    ltvFirst: flags.ltvFirst === true,
    partialHistory: flags.partialHistory === true,
    full: flags.full === true,
    ...(await momentsOf(flags)),
    ...(status === undefined ? {} : { status }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(resend === undefined ? {} : { resend }),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(untilTime === undefined ? {} : { deadline: nextMoment(untilTime, now) }),
    ...(window === undefined ? {} : { window }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
}
