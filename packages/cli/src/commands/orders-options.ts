import { Option, type Command } from 'commander';
import type { TotalsRule } from 'sequenzy-commerce/backfill';
import type { TotalsSettings } from 'sequenzy-jobs/orders/totals/totals-settings.ts';
import type { OrderChoices } from 'sequenzy-jobs/input/order-choices.ts';
import type { LiveInput } from 'sequenzy-jobs/input/records/record-choices.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import { inputs, sheetOption } from './file-options.ts';
import { addLiveOptions, fromLive, liveOf } from './live-options.ts';
import { addRemoteOptions, remoteOf, type RemoteFlags } from './remote-options.ts';
import { currency } from './currency-code.ts';
import type { GlobalFlags } from './global-options.ts';
import { collected } from './option-values.ts';
import type { TotalsChoice } from 'sequenzy-jobs/job/decisions.ts';

/** Options of the commands that read order files. */
export interface OrderFileFlags extends GlobalFlags, RemoteFlags {
  readonly from?: string;
  readonly sheet?: string;
  readonly map?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly dateFormat?: 'DMY' | 'MDY' | 'YMD';
  readonly decimal?: '.' | ',';
  readonly idFrom?: string;
  readonly ignoreColumn?: readonly string[];
  readonly includePending?: true;
  readonly includeTests?: true;
  readonly catalog?: string;
}

/** Options that say where lifetime totals come from. */
export interface TotalsFlags extends OrderFileFlags {
  readonly totals?: TotalsChoice;
  readonly totalsFrom?: string;
  readonly totalsRule?: TotalsRule;
  readonly rates?: string;
  readonly baseCurrency?: string;
}

/** How order files are to be read. */
export function addOrderFileOptions(command: Command): Command {
  addRemoteOptions(command)
    .argument('[file...]', `${inputs}; none with ${fromLive('orders')}`)
    .option('--from <name>', 'what wrote the file, when it is not recognised (default: auto)')
    .option(...sheetOption);
  return addLiveOptions('orders', command)
    .option('--map <file|auto>', 'mapping of columns to fields; auto accepts the one proposed')
    .option('--currency <code>', 'ISO 4217 code of amounts that carry none', currency)
    .option('--timezone <iana>', 'zone of times without an offset, such as Europe/Berlin')
    .addOption(
      new Option('--date-format <order>', 'which number of 2/3/2024 is the day').choices([
        'DMY',
        'MDY',
        'YMD',
      ]),
    )
    .addOption(
      new Option('--decimal <sign>', 'decimal separator of the amounts').choices(['.', ',']),
    )
    .option('--id-from <column>', 'column whose value becomes the orderId, where one may choose')
    .option(
      '--ignore-column <heading>',
      'leave out a column that could be a status, a refund, a test or a currency; may be repeated',
      collected,
    )
    .option('--include-pending', 'also take orders that are not paid yet')
    .option('--include-tests', 'also take test orders')
    .option('--catalog <products file>', 'products, where orders name them by SKU or title only');
}

/** Where the lifetime totals come from. */
export function addTotalsOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--totals <choice>',
        'where lifetime totals come from (default: columns, where the files have them)',
      )
        .choices(['computed', 'columns', 'none'])
        .conflicts('totalsFrom'),
    )
    .option('--totals-from <customers.csv>', 'a customer export with lifetime totals')
    .addOption(
      new Option(
        '--totals-rule <rule>',
        'how computed totals are added up (default: as the platform of the files does, else net)',
      ).choices(['shopify', 'woocommerce', 'net']),
    )
    .option('--rates <rates.json>', 'converts computed totals: {"EUR": "1.08"}')
    .option('--base-currency <code>', 'the currency --rates are in', currency);
}

/** @throws {UserError} when there is neither a file nor anything else to read. */
export function orderChoicesOf(
  files: readonly string[],
  flags: OrderFileFlags,
): OrderChoices & LiveInput {
  const { from, sheet, currency: code, timezone, dateFormat, decimal, idFrom } = flags;
  const { ignoreColumn, includePending, includeTests } = flags;
  const live = liveOf('orders', files, flags);
  return {
    files: live === undefined ? files : [live.source.name],
    live,
    map: flags.map,
    remote: remoteOf(flags.catalog === undefined ? files : [...files, flags.catalog], flags),
    catalog: flags.catalog,
    ...(from === undefined ? {} : { from }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(code === undefined ? {} : { currency: code }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(idFrom === undefined ? {} : { idFrom }),
    ...(ignoreColumn === undefined ? {} : { ignoreColumns: ignoreColumn }),
    ...(includePending === undefined ? {} : { includePending }),
    ...(includeTests === undefined ? {} : { includeTests }),
  };
}

/** @throws {UserError} when rates are given without their currency, or the other way round. */
export function totalsOf({
  totals,
  totalsFrom,
  totalsRule,
  rates: file,
  baseCurrency: base,
}: TotalsFlags): Pick<TotalsSettings, 'totals' | 'totalsFrom' | 'totalsRule' | 'rates'> {
  const both = file !== undefined && base !== undefined ? { file, base } : undefined;
  if (both !== undefined || file === base) return { totals, totalsFrom, totalsRule, rates: both };
  const [given, missing] =
    file === undefined ? ['--base-currency', '--rates'] : ['--rates', '--base-currency'];
  throw new UserError('usage', `${given} needs ${missing}`);
}
