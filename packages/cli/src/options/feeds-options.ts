import { resolve } from 'node:path';
import { given } from 'sequenzy-jobs/input/reading-options.ts';
import type { RunFeedsOptions } from 'sequenzy-jobs/shops/run-feeds.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { mostListed } from './input-argument.ts';
import type { FlagsOf, OptionTable } from './option.ts';
import { backfillOptions } from './backfill-options.ts';
import { syncOptions } from './product-options.ts';
import { maxRestocks, minProducts, pruning, sending } from './run-options.ts';

export const configOption = {
  form: 'text',
  value: '<file>',
  description: 'the config',
  default: 'sequenzy.config.yaml in this folder',
  group: 'input',
} as const;

/** Which feeds are meant. */
export const feedsArgument = {
  name: 'name',
  description: 'a company of the config, or company/feed (default: all of them)',
  isOptional: true,
  isList: true,
  values: 'feeds',
} as const;

/** What wins over the config. */
const winning = {
  full: syncOptions.full,
  maxRestocks,
  minProducts,
  maxDelete: { ...pruning.maxDelete, description: 'how many products of a feed prune may delete' },
  since: backfillOptions.since,
  window: { ...backfillOptions.window, isRare: true },
  maxRequests: backfillOptions.maxRequests,
  untilTime: backfillOptions.untilTime,
  concurrency: sending.concurrency,
} as const satisfies OptionTable;

export const feedsOptions = {
  config: configOption,
  ...winning,
  dryRun: sending.dryRun,
  yes: sending.yes,
  rate: sending.rate,
  expectState: {
    form: 'off',
    description: 'the very first run: nothing is remembered yet',
    group: 'safety',
    isRare: true,
  },
} as const satisfies OptionTable;

type FeedsFlags = FlagsOf<typeof feedsOptions> & GlobalFlags;

/** Names of the options that win. */
const names = Object.keys(winning) as (keyof typeof winning)[]; // its own keys

/** Flags -> plain options. */
export function feedsOptionsOf(
  words: readonly string[],
  { expectState, ...flags }: FeedsFlags,
): RunFeedsOptions {
  const dryRun = flags.dryRun === true;
  return {
    config: flags.config,
    names: words,
    dryRun,
    given: {
      ...given(flags, names),
      // Of the folder one stands in, as every file that is named in a command.
      ...(flags.report !== undefined && { report: resolve(flags.report) }),
    },
    stateDir: flags.stateDir,
    mostListed: mostListed(dryRun ? 'dry-run' : 'sync', flags),
    connection: connectionOf(flags, flags.rate),
    ...(expectState === false && { expectState }),
  };
}
