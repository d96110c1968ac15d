import { hasLostDigits, lostDigits } from '../table/cells.ts';

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
