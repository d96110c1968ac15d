import { amountOf } from '../../money/amount.ts';
import type { Check } from './check.ts';
import type { InspectedRow } from './column.ts';
import type { Damage } from './finding.ts';

/** Columns of a price before, and of the price now. */
const pairs = [
  ['variantcompareatprice', 'variantprice'],
  ['compareatprice', 'price'],
  ['regularprice', 'saleprice'],
  ['price', 'saleprice'],
  ['price', 'specialprice'],
] as const;

/** A discount that is none. */
export const compareAt: Check = {
  kind: 'compare-at',
  begin: () => ({
    look: (row) => pairs.flatMap(([before, now]) => noDiscount(row, before, now)),
  }),
};

function noDiscount(row: InspectedRow, before: string, now: string): Damage[] {
  const [higher, lower] = [cellIn(row, before), cellIn(row, now)];
  if (higher?.cents === undefined || lower?.cents === undefined) return [];
  if (higher.cents === 0 || lower.cents === 0 || higher.cents > lower.cents) return [];
  // What is to be emptied is the price that stands beside the one that is always there.
  const spare = before.endsWith('compareatprice') ? higher : lower;
  const isSame = higher.cents === lower.cents;
  const other = spare === higher ? lower : higher;
  const relation = spare === higher ? 'below' : 'above';
  const problem = isSame
    ? `is the price in "${other.name}" too, so there is no discount`
    : `is ${relation} "${other.name}", so there is no discount`;
  return [{ cell: spare.index, problem, ...(isSame && { repair: '', isCertain: true }) }];
}

/** Only amounts that leave no doubt are compared; four decimals are enough for any currency. */
function cellIn(
  { cells, columns }: InspectedRow,
  key: string,
):
  | { readonly index: number; readonly name: string; readonly cents: number | undefined }
  | undefined {
  const index = columns.findIndex((column) => column.key === key);
  const column = columns[index];
  if (column === undefined) return undefined;
  const amount = amountOf((cells[index] ?? '').trim().replace(/ ?[A-Z]{3}$/, ''), 'CLF', undefined);
  return { index, name: column.name, cents: amount.ok ? amount.cents : undefined };
}
