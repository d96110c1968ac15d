import type { BackfillOptions } from 'sequenzy-commerce';
import type { Orders } from 'sequenzy-sources';
import { UserError } from '../../user-error.ts';
import { readCustomerExport } from './customer-export.ts';
import type { BackfillRunOptions } from './backfill-run-options.ts';
import type { OrderHistory } from './order-history.ts';
import { readRates } from './rates-file.ts';
import { chosenTotals, type TotalsChoice } from './totals-choice.ts';

/** How the SDK is to come by the totals. */
export type TotalsOptions = Pick<BackfillOptions, 'totals' | 'rates'>;

/** @throws {UserError} when nobody has chosen, or what was chosen cannot be used. Nothing has been sent then. */
export async function totalsOptions(
  { totals: named, totalsFrom, rates, input }: BackfillRunOptions,
  orders: Pick<Orders, 'hasTotals'>,
  history: Pick<OrderHistory, 'currencies'>,
  ask: () => Promise<TotalsChoice | undefined>,
): Promise<TotalsOptions> {
  if (totalsFrom !== undefined) {
    const currency = input.currency ?? onlyOne(history.currencies);
    return { totals: await readCustomerExport(totalsFrom, currency) };
  }
  const choice = await chosenTotals(named, orders, ask);
  if (rates !== undefined && choice !== 'computed') {
    throw new UserError('usage', '--rates has no meaning without --totals computed');
  }
  return {
    totals: choice === 'columns' ? 'given' : choice,
    ...(rates === undefined ? {} : { rates: await readRates(rates.file, rates.base) }),
  };
}

function onlyOne(currencies: ReadonlySet<string>): string {
  const [currency = 'USD', another] = currencies;
  if (another === undefined) return currency;
  throw new UserError(
    'missing-currency',
    `--totals-from: the orders are in several currencies (${[...currencies].sort().join(', ')})`,
    'Say with --currency which one the totals are in.',
  );
}
