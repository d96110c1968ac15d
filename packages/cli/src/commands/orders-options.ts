import { Option, type Command } from 'commander';
import type { OrderChoices } from '../run/orders/order-choices.ts';
import { UserError } from '../user-error.ts';
import { currency } from './currency-code.ts';
import type { GlobalFlags } from './global-options.ts';

/** Options of the commands that read order files. */
export interface OrderFileFlags extends GlobalFlags {
  readonly from?: string;
  readonly map?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly dateFormat?: 'DMY' | 'MDY' | 'YMD';
  readonly decimal?: '.' | ',';
  readonly idFrom?: string;
  readonly includePending?: true;
  readonly includeTests?: true;
  readonly catalog?: string;
  readonly rates?: string;
  readonly baseCurrency?: string;
}

/** How order files are to be read. */
export function addOrderFileOptions(command: Command): Command {
  return command
    .argument('<file...>', 'CSV, TSV, JSON or NDJSON, also gzipped; - is standard input')
    .option('--from <name>', 'what wrote the file, when it is not recognised (default: auto)')
    .option('--map <mapping.json>', 'JSON object of column names and field names')
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
    .option('--include-pending', 'also take orders that are not paid yet')
    .option('--include-tests', 'also take test orders')
    .option('--catalog <products file>', 'products, where orders name them by SKU or title only')
    .option('--rates <rates.json>', 'converts computed totals: {"EUR": "1.08"}')
    .option('--base-currency <code>', 'the currency --rates are in', currency);
}

export function orderChoicesOf(files: readonly string[], flags: OrderFileFlags): OrderChoices {
  const { from, currency: code, timezone, dateFormat, decimal, idFrom } = flags;
  const { includePending, includeTests } = flags;
  return {
    files,
    map: flags.map,
    catalog: flags.catalog,
    ...(from === undefined ? {} : { from }),
    ...(code === undefined ? {} : { currency: code }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(dateFormat === undefined ? {} : { dateFormat }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(idFrom === undefined ? {} : { idFrom }),
    ...(includePending === undefined ? {} : { includePending }),
    ...(includeTests === undefined ? {} : { includeTests }),
  };
}

/** @throws {UserError} when one is given without the other. */
export function ratesOf({
  rates: file,
  baseCurrency: base,
}: OrderFileFlags): { readonly file: string; readonly base: string } | undefined {
  if (file !== undefined && base !== undefined) return { file, base };
  if (file === undefined && base === undefined) return undefined;
  const [given, missing] =
    file === undefined ? ['--base-currency', '--rates'] : ['--rates', '--base-currency'];
  throw new UserError('usage', `${given} has no meaning without ${missing}`);
}
