import type { SyncOptions } from 'sequenzy-jobs/catalog/sync/sync-options.ts';
import { fetching, given, namesRead, productReading } from 'sequenzy-jobs/input/reading-options.ts';
import type { Mode } from 'sequenzy-jobs/report/summarize.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { remoteOf } from './fetching-options.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { mostListed } from './input-argument.ts';
import { liveOf, liveOptions } from './live-options.ts';
import type { FlagsOf, OptionTable } from './option.ts';
import {
  feed,
  isolationBudget,
  maxRestocks,
  minProducts,
  pruning,
  sending,
  undo,
} from './run-options.ts';

/** How product files are read. */
export const productOptions = { ...productReading, ...fetching };

/** Those of live sources, whose names no type knows. */
export const liveProductOptions: OptionTable = liveOptions('products');

/** What else a sync can be told. */
export const syncOptions = {
  ...productOptions,
  prune: pruning.prune,
  feed,
  full: {
    form: 'switch',
    description: 'send unchanged products too',
    group: 'sent',
  },
  dryRun: sending.dryRun,
  maxDelete: pruning.maxDelete,
  maxRestocks,
  minProducts,
  expectState: sending.expectState,
  yes: sending.yes,
  rate: sending.rate,
  concurrency: sending.concurrency,
  isolationBudget,
  rejects: sending.rejects,
  showChanges: {
    form: 'switch',
    description: 'show what changes in each product, field by field',
    group: 'output',
  },
  out: {
    form: 'text',
    value: '<plan.json>',
    description: 'write a plan to review and apply; send nothing',
    group: 'output',
    isRare: true,
  },
  undo,
} as const satisfies OptionTable;

export type SyncFlags = FlagsOf<typeof syncOptions> & GlobalFlags;

/**
 * Flags -> plain options.
 *
 * @throws {UserError} when an option needs another.
 */
export function syncOptionsOf(files: readonly string[], flags: SyncFlags, mode: Mode): SyncOptions {
  if (flags.maxDelete !== undefined && flags.prune === undefined) {
    throw new UserError('usage', '--max-delete needs --prune', seeHelp);
  }
  const live = liveOf('products', files, flags);
  return {
    files: live === undefined ? files : [live.source.name],
    live,
    dryRun: mode === 'dry-run',
    map: flags.map,
    remote: remoteOf(files, flags),
    stateDir: flags.stateDir,
    full: flags.full === true,
    isolationBudget: flags.isolationBudget,
    maxRestocks: flags.maxRestocks,
    minProducts: flags.minProducts,
    prune: flags.prune === true ? { maxDelete: flags.maxDelete } : undefined,
    concurrency: flags.concurrency,
    out: flags.out,
    showChanges: flags.showChanges,
    undo: flags.undo,
    rejects: flags.rejects,
    mostListed: mostListed(mode, flags),
    connection: connectionOf(flags, flags.rate),
    ...given(flags, ['feed', ...namesRead(productReading)]),
  };
}

const seeHelp = 'See sequenzy-cli catalog sync --help.';
