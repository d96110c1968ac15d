import { priceOf, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row } from '../../../table/row.ts';
import type { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import type { StatedTotals } from '../../../kinds/orders/stated-totals.ts';
import type { Field } from './columns.ts';
import { statedTotals } from '../../../kinds/orders/stated-totals.ts';

const spent = { decimal: 'customerTotalSpent', cents: 'customerTotalSpentCents' } as const;

/** The platform's own lifetime totals, as far as the cells say them. */
export function readTotals(
  rowOf: (field: Field) => Row<Field>,
  currency: CurrencyOfRecord,
  reader: OrderCellReader,
): StatedTotals | undefined {
  const ordersCount = reader.integer(rowOf('customerOrdersCount'), 'customerOrdersCount');
  const totalSpentCents = priceOf(spent, rowOf, currency, reader);
  return statedTotals(ordersCount, totalSpentCents);
}
