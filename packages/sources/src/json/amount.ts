import type { MoneyResult } from 'sequenzy-contract';
import { amountOf, type Decimal } from '../product/amount.ts';

/** A decimal amount in JSON: text as the shop writes it, or a number, which has a point whatever the shop does. */
export function jsonAmount(
  value: string | number,
  currency: string,
  decimal: Decimal | undefined,
): MoneyResult {
  return amountOf(String(value), currency, typeof value === 'number' ? '.' : decimal);
}
