import { Option, type Command } from 'commander';
import type { MaxDelete } from 'sequenzy-commerce/mirror';
import type { Mode } from 'sequenzy-jobs/report/summarize.ts';
import type { SyncOptions } from 'sequenzy-jobs/catalog/sync/sync-options.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { currency } from './currency-code.ts';
import { connectionOf, type GlobalFlags } from './global-options.ts';
import { addLiveOptions, fromLive, liveOf } from './live-options.ts';
import { addRemoteOptions, remoteOf, type RemoteFlags } from './remote-options.ts';
import { maxDelete, rate, webAddress, wholeNumber } from './option-values.ts';

/** What an argument that names an input can be. */
export const inputs =
  'CSV, TSV, JSON, NDJSON, .xlsx or .ods, also gzipped, a path or https://…; - is standard input';

/** Which sheet of a workbook is read. */
export const sheetOption = [
  '--sheet <name|number>',
  'sheet of a workbook (default: the first that has something in it)',
] as const;

/** Options of the commands that read product files. */
export interface FileFlags extends GlobalFlags, RemoteFlags {
  readonly from?: string;
  readonly sheet?: string;
  readonly map?: string;
  readonly currency?: string;
  readonly empty?: 'keep' | 'clear';
  readonly includeUnpublished?: true;
  readonly storeUrl?: string;
  readonly strictUrls?: true;
  readonly decimal?: '.' | ',';
  readonly priceTax?: 'included' | 'excluded';
  readonly idFrom?: string;
  readonly rejects?: string;
  readonly rate?: number | 'off';
  readonly concurrency?: number;
  readonly yes?: true;
  readonly dryRun?: true;
  readonly full?: true;
  readonly isolationBudget?: number;
  readonly maxRestocks?: number;
  readonly feed?: string;
  readonly prune?: true;
  readonly maxDelete?: MaxDelete;
}

export function addFileOptions(command: Command): Command {
  return addReadingOptions(command)
    .option('--rate <n|off>', 'requests a minute (default: 100)', rate)
    .option('--rejects <file>', 'where rejected records go')
    .option('--yes', 'answer every question with yes');
}

/** How product files are to be read. */
export function addReadingOptions(command: Command): Command {
  addRemoteOptions(command)
    .argument('[file...]', `${inputs}; none with ${fromLive('products')}`)
    .option('--from <name>', 'what wrote the file, when it is not recognised (default: auto)')
    .option(...sheetOption);
  return addLiveOptions('products', command)
    .option('--map <file|auto>', 'mapping of columns to fields; auto accepts the one proposed')
    .option('--currency <code>', 'ISO 4217 code of amounts that carry none', currency)
    .addOption(
      new Option(
        '--empty <meaning>',
        'what an empty cell does to the stored value (default: keep)',
      ).choices(['keep', 'clear']),
    )
    .addOption(new Option('--decimal <sign>', 'decimal separator in prices').choices(['.', ',']))
    .addOption(
      new Option(
        '--price-tax <kind>',
        'whether prices are with tax, where files leave it open',
      ).choices(['included', 'excluded']),
    )
    .option('--include-unpublished', 'also take products that are not on sale')
    .option('--store-url <url>', 'address of the shop, for addresses that begin with /', webAddress)
    .option('--strict-urls', 'reject products with a bad address instead of clearing it')
    .option('--id-from <column>', 'column whose value becomes the productId, where one may choose');
}

export function addSendingOptions(command: Command): Command {
  return command
    .option('--dry-run', 'read, check and plan, but send nothing')
    .option('--concurrency <n>', 'requests under way at once (default: 4)', wholeNumber(1))
    .option(
      '--max-restocks <n>',
      'stop when more products and variants than this come back in stock',
      wholeNumber(0),
    );
}

/** Which feed is read. */
export function addFeedOption(command: Command): Command {
  return command.option(
    '--feed <name>',
    'the feed these files belong to (default: files without --feed are one feed)',
  );
}

/** What only a whole catalog can be asked for. */
export function addCatalogOptions(command: Command): Command {
  return addFeedOption(command)
    .option('--full', 'also send what has not changed since it was sent')
    .option(
      '--isolation-budget <n>',
      'requests to spend on finding bad records in refused batches (default: 100)',
      wholeNumber(0),
    )
    .option(
      '--prune',
      'delete products sent from this feed before that are gone from it; asks first',
    )
    .option(
      '--max-delete <n|n%>',
      'how many --prune may delete, of those sent from this feed (default: 10%)',
      maxDelete,
    );
}

/**
 * Flags -> plain options.
 *
 * @throws {UserError} when an option needs another.
 */
export function syncOptionsOf(files: readonly string[], flags: FileFlags, mode: Mode): SyncOptions {
  const { feed, from, sheet, currency: code, decimal, empty, includeUnpublished } = flags;
  const { storeUrl, strictUrls, priceTax, idFrom } = flags;
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
    prune: flags.prune === true ? { maxDelete: flags.maxDelete } : undefined,
    concurrency: flags.concurrency,
    rejects: flags.rejects,
    mostListed: mostListed(mode, flags),
    connection: connectionOf(flags, flags.rate),
    ...(feed === undefined ? {} : { feed }),
    ...(from === undefined ? {} : { from }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(code === undefined ? {} : { currency: code }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(priceTax === undefined ? {} : { priceTax }),
    ...(empty === undefined ? {} : { empty }),
    ...(includeUnpublished === undefined ? {} : { includeUnpublished }),
    ...(storeUrl === undefined ? {} : { storeUrl }),
    ...(strictUrls === undefined ? {} : { strictUrls }),
    ...(idFrom === undefined ? {} : { idFrom }),
  };
}

/** Where nothing is sent, every reject is part of the document. */
export function mostListed(mode: Mode, { json }: GlobalFlags): number {
  return mode !== 'sync' && json === true ? Infinity : mostOnScreen;
}

const seeHelp = 'See sequenzy-cli catalog sync --help.';
const mostOnScreen = 20;
