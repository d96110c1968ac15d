import type { BackfillOptions, TotalsRule } from 'sequenzy-commerce/backfill';
import type { Orders } from 'sequenzy-sources';
import type { Io } from '../../job/io.ts';
import { UserError } from '../../report/user-error.ts';
import type { OrderChoices } from '../../input/order-choices.ts';
import type { LiveInput } from '../../input/records/record-choices.ts';
import { readCustomerExport, type CustomerExport } from './customer-export.ts';
import type { OrderHistory } from '../history/order-history.ts';
import { readRates } from './rates-file.ts';
import type { Decisions } from '../../job/decisions.ts';
import { chosenTotals } from './totals-choice.ts';
import type { TotalsChoice } from '../../job/decisions.ts';
import { option, say, type OptionUse } from 'sequenzy-contract';

/** How the SDK is to come by the totals. */
export interface TotalsOptions extends Pick<BackfillOptions, 'rates' | 'totalsRule'> {
  readonly totals: 'computed' | 'given' | 'none' | CustomerExport;
}

/** What was said about the totals. */
export interface TotalsSettings extends OrderChoices, LiveInput {
  /** Default: the totals that the files carry, where they do. */
  readonly totals?: TotalsChoice | undefined;
  /** Path of a customer export with lifetime totals. */
  readonly totalsFrom?: string | undefined;
  /** Default: the platform's of the files, else `net`. */
  readonly totalsRule?: TotalsRule | undefined;
  /** Path of the rates, and the currency they are in. */
  readonly rates?: { readonly file: string; readonly base: string } | undefined;
}

export interface TotalsMeans {
  readonly io: Io;
  /** Undefined: nobody can be asked. */
  readonly ask: Decisions['chooseTotals'];
}

/** @throws {UserError} when nobody has chosen, or what was chosen cannot be used. Nothing has been sent then. */
export async function totalsOptions(
  { totals: named, totalsFrom, totalsRule, rates, ...input }: TotalsSettings,
  orders: Pick<Orders, 'hasTotals' | 'totalsRule'>,
  history: Pick<OrderHistory, 'currencies'>,
  { io, ask }: TotalsMeans,
): Promise<TotalsOptions> {
  if (totalsFrom !== undefined) {
    if (rates !== undefined) throw isUseless(option('rates'));
    if (totalsRule !== undefined) throw isUseless(option('totalsRule'));
    const { decimal, currency = onlyOne(history.currencies) } = input;
    const choices = {
      ...(currency === undefined ? {} : { currency }),
      ...(decimal === undefined ? {} : { decimal }),
    };
    return { totals: await readCustomerExport(totalsFrom, choices, io) };
  }
  const choice = await chosenTotals(named, orders, ask);
  const isComputed = choice === 'computed';
  if (rates !== undefined && !isComputed) throw isUseless(option('rates'));
  if (totalsRule !== undefined && !isComputed) throw isUseless(option('totalsRule'));
  return {
    totals: choice === 'columns' ? 'given' : choice,
    ...(isComputed && { totalsRule: totalsRule ?? orders.totalsRule ?? 'net' }),
    ...(rates === undefined ? {} : { rates: await readRates(rates.file, rates.base) }),
  };
}

/** What amounts of a customer export are in that says nothing of it. */
function onlyOne(currencies: ReadonlySet<string>): string | undefined {
  const [currency, another] = currencies;
  return another === undefined ? currency : undefined;
}

function isUseless(useless: OptionUse): UserError {
  return new UserError('usage', say`${useless} needs ${option('totals', 'computed')}`);
}
