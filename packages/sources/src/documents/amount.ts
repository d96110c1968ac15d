import type { MoneyResult } from 'sequenzy-contract';
import { amountIn } from '../money/amount.ts';

/**
 * A decimal amount in JSON: text as the shop writes it, or a number, which has a point whatever the shop does.
 *
 * @throws {SourceError} As {@link amountIn}.
 */
export function jsonAmount(
  value: string | number,
  { currency, decimal }: Parameters<typeof amountIn>[1],
  place: Parameters<typeof amountIn>[2],
): MoneyResult {
  const point = typeof value === 'number' ? '.' : decimal;
  return amountIn(String(value), { currency, decimal: point }, place);
}
