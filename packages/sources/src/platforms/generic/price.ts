import { formatMoney } from 'sequenzy-contract';
import type { CellReader } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';
import type { Field } from './columns.ts';

/** The currency of a product's amounts. A faulty one is none, and amounts are not read. */
export interface CurrencyOfRecord {
  readonly code: string | undefined;
  readonly isFaulty: boolean;
}

/** The two columns of one price. */
export interface PriceColumns {
  readonly decimal: Field;
  readonly cents: Field;
}

/** A price that is given as a decimal, as whole minor units, or as both where they agree. */
export function priceOf(
  { decimal, cents }: PriceColumns,
  rowOf: (field: Field) => Row<Field>,
  { code, isFaulty }: CurrencyOfRecord,
  reader: CellReader,
): number | undefined {
  if (isFaulty) return undefined;
  const [row, centsRow] = [rowOf(decimal), rowOf(cents)];
  const amount = reader.money(row, decimal, code);
  const given = reader.integer(centsRow, cents);
  if (amount === undefined || given === undefined || amount === given) return given ?? amount;
  const said = `"${centsRow.get(cents)}" and ${row.column(decimal)} "${row.get(decimal)}"`;
  const read = `${formatMoney(given, code ?? '')} and ${formatMoney(amount, code ?? '')}`;
  reader.faults.push(centsRow.fault(cents, `${said} are not the same amount (${read})`));
  return undefined;
}
