import { option, say } from 'sequenzy-contract';
import { SourceError } from '../../faults/source-error.ts';
import { currencyOf, decimalOf, refuseUselessOptions } from '../../reading/option-values.ts';
import type { DateFormat } from '../../time/calendar.ts';
import { InstantReader } from '../../time/instant.ts';
import type { OrdersOptions } from './orders.ts';
import { ProductIndex } from './product-index.ts';
import { totalSums, type OrderSettings, type OrderSource, type TotalIs } from './source.ts';

/** Checks the options against what the source can do, fills in their defaults, and reads the catalog. */
export async function orderSettingsFor(
  source: OrderSource,
  options: OrdersOptions,
): Promise<OrderSettings> {
  refuseUseless(source, options);
  return {
    ...mappingSettings(options),
    products: options.catalog === undefined ? undefined : await ProductIndex.of(options.catalog),
  };
}

/** The options that concern a single order. */
export type MappingOptions = Pick<
  OrdersOptions,
  'currency' | 'timezone' | 'dateFormat' | 'decimal' | 'includePending' | 'includeTests' | 'totalIs'
>;

/** @throws {SourceError} A value that its option cannot take. */
export function mappingSettings(options: MappingOptions): OrderSettings {
  return {
    currency: currencyOf(options.currency),
    decimal: decimalOf(options.decimal),
    includePending: options.includePending ?? false,
    includeTests: options.includeTests ?? false,
    totalIs: totalIsOf(options.totalIs),
    times: timesOf(options),
    products: undefined,
  };
}

function refuseUseless(source: OrderSource, options: OrdersOptions): void {
  refuseUselessOptions(source.label, [
    options.includePending === true && !source.marksPending && 'includePending',
    options.includeTests === true && !source.marksTests && 'includeTests',
    options.totalIs !== undefined && source.leavesTotalOpen !== true && 'totalIs',
    options.catalog !== undefined && !source.needsCatalog && 'catalog',
    options.idFrom !== undefined && source.table?.idField === undefined && 'idFrom',
  ]);
}

function totalIsOf(totalIs: TotalIs | undefined): TotalIs | undefined {
  if (totalIs === undefined || totalSums.includes(totalIs)) return totalIs;
  throw new SourceError(say`${option('totalIs')}: ${JSON.stringify(totalIs)} is not a sum`, {
    code: 'bad-option',
    nextStep: `Use one of: ${totalSums.join(', ')}.`,
  });
}

function timesOf({ timezone, dateFormat }: MappingOptions): InstantReader {
  const formats: readonly DateFormat[] = ['DMY', 'MDY', 'YMD'];
  if (dateFormat !== undefined && !formats.includes(dateFormat)) {
    throw new SourceError(`"${dateFormat as string}" is not an order of day, month and year`, {
      code: 'bad-option',
      nextStep: `Use one of: ${formats.join(', ')}.`,
    });
  }
  try {
    return new InstantReader({ timezone, dateFormat });
  } catch (error) {
    throw new SourceError(`"${timezone ?? ''}" is not a time zone`, {
      code: 'bad-option',
      nextStep: say`Give its IANA name, for example ${option('timezone', 'Europe/Berlin')}.`,
      cause: error,
    });
  }
}
