import { currencyExponent, divideHalfEven } from 'sequenzy-contract';
import type { LifetimeTotals } from '../backfill-options.ts';

/**
 * Totals as an order in `orders` carries them. Sequenzy takes `totalSpentCents` for smallest units of the order's
 * currency, so that 10.50 USD are 1050 on an order in EUR, 10500 in KWD, and 10 in JPY (half to even).
 *
 * @param currency What the totals are in.
 */
export function carriedOn(
  orders: string,
  totals: LifetimeTotals,
  currency: string,
): LifetimeTotals {
  const { totalSpentCents } = totals;
  const more = currencyExponent(orders) - currencyExponent(currency);
  const isAmount = Number.isSafeInteger(totalSpentCents) && totalSpentCents >= 0;
  if (more === 0 || !isAmount) return totals;
  const factor = 10 ** Math.abs(more);
  if (more > 0) return { ...totals, totalSpentCents: totalSpentCents * factor };
  const rounded = divideHalfEven(BigInt(totalSpentCents), BigInt(factor));
  return { ...totals, totalSpentCents: Number(rounded) };
}
