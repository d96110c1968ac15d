import { formatMoney } from 'sequenzy-contract';
import type { CellReader } from '../../table/cells.ts';
import type { Row } from '../../table/row.ts';
import type { Field } from './columns.ts';
import type { CurrencyOfRecord } from './map.ts';

/** A price that is given as a decimal, as whole minor units, or as both where they agree. */
export function priceOf(
  decimalRow: Row<Field>,
  decimalField: Field,
  centsRow: Row<Field>,
  centsField: Field,
  { code, isFaulty }: CurrencyOfRecord,
  reader: CellReader,
): number | undefined {
  if (isFaulty) return undefined;
  const decimal = reader.money(decimalRow, decimalField, code);
  const cents = reader.integer(centsRow, centsField);
  if (decimal === undefined || cents === undefined || decimal === cents) return cents ?? decimal;
  reader.faults.push(
    centsRow.fault(
      centsField,
      `"${centsRow.get(centsField)}" and ${decimalRow.column(decimalField)} "${decimalRow.get(decimalField)}" are not the same amount (${formatMoney(cents, code ?? '')} and ${formatMoney(decimal, code ?? '')})`,
    ),
  );
  return undefined;
}
