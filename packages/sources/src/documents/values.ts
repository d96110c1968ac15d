import { amountIn, type AmountResult } from '../money/amount.ts';
import { hasLostDigits, lostDigits } from '../table/cells.ts';

/**
 * A decimal amount in JSON: text as the shop writes it, or a number, which has a point whatever the shop does.
 *
 * @throws {SourceError} As {@link amountIn}.
 */
export function jsonAmount(
  value: string | number,
  { currency, decimal }: Parameters<typeof amountIn>[1],
  place: Parameters<typeof amountIn>[2],
): AmountResult {
  const point = typeof value === 'number' ? '.' : decimal;
  return amountIn(String(value), { currency, decimal: point }, place);
}

/** What is wrong with a value of JSON as an id; undefined where nothing is. A whole number serves as long as it is exact. */
export function faultOfId(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = value.trim();
    return hasLostDigits(text) ? lostDigits(text) : undefined;
  }
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return undefined;
  if (!Number.isInteger(value)) return `expected an id, got ${String(value)}`;
  return `a number as large as ${String(value)} has lost its last digits: write ids as text, in quotes`;
}
