import { SequenzyValidationError } from '../../errors/errors.ts';
import type { BackfillOptions, LifetimeTotals, TotalsLookup } from '../backfill-options.ts';
import { emailKey } from '../../ledger/addresses.ts';

/** Totals from elsewhere, however they were given. */
export interface Lookup extends Pick<TotalsLookup, 'currencyOf'> {
  totalsOf(email: string): LifetimeTotals | undefined | Promise<LifetimeTotals | undefined>;
}

/** Undefined where the totals come from the orders, or there are none. */
export function lookupOf(totals: BackfillOptions['totals']): Lookup | undefined {
  if (typeof totals === 'string') return undefined;
  if (typeof totals === 'function') return { totalsOf: totals };
  if ('totalsOf' in totals) return totals;
  return { totalsOf: (email) => totals.get(email) ?? totals.get(emailKey(email)) };
}

/** @throws {SequenzyValidationError} for `null`, which a caller without types may give for what is not known. */
export function requireTotals(
  totals: LifetimeTotals | undefined | null,
): LifetimeTotals | undefined {
  if (totals !== null) return totals;
  const message = 'gave null for a customer: give undefined where nothing is known';
  throw new SequenzyValidationError('The lookup cannot be used', [{ path: 'totals', message }]);
}
