import { formatMoney } from 'sequenzy-contract';
import type { RecordFault } from '../faults/record-fault.ts';
import type { CellReader } from './cells.ts';
import type { Row } from './row.ts';

/** The currency of a record's amounts. A faulty one is none, and amounts are not read. */
export interface CurrencyOfRecord {
  readonly code: string | undefined;
  readonly isFaulty: boolean;
  /** The empty cell that could have said it, where the file has a column for it. */
  readonly emptyCell?: () => RecordFault;
}

/** The two columns of one price. */
export interface PriceColumns<Field extends string> {
  readonly decimal: Field;
  readonly cents: Field;
}

/** A price that is given as a decimal, as whole minor units, or as both where they agree. */
export function priceOf<Field extends string>(
  { decimal, cents }: PriceColumns<Field>,
  rowOf: (field: Field) => Row<Field>,
  currency: CurrencyOfRecord,
  reader: CellReader,
): number | undefined {
  if (currency.isFaulty) return undefined;
  const { code } = currency;
  const [row, centsRow] = [rowOf(decimal), rowOf(cents)];
  const amount = moneyIn(currency, row, decimal, reader);
  const given = reader.integer(centsRow, cents);
  if (amount === undefined || given === undefined || amount === given) return given ?? amount;
  const said = `"${centsRow.get(cents)}" and ${row.column(decimal)} "${row.get(decimal)}"`;
  const read = `${formatMoney(given, code ?? '')} and ${formatMoney(amount, code ?? '')}`;
  reader.faults.push(centsRow.fault(cents, `${said} are not the same amount (${read})`));
  return undefined;
}

/**
 * One amount in the currency of its record.
 *
 * @throws {SourceError} There is an amount, and the file has no column that could say in which currency.
 */
export function moneyIn<Field extends string>(
  { code, isFaulty, emptyCell }: CurrencyOfRecord,
  row: Row<Field>,
  field: Field,
  reader: CellReader,
): number | undefined {
  if (isFaulty || row.get(field) === '') return undefined;
  if (code !== undefined || emptyCell === undefined) return reader.money(row, field, code);
  const fault = emptyCell();
  const isSaid = reader.faults.some(
    ({ path, file, line }) => path === fault.path && file === fault.file && line === fault.line,
  );
  if (!isSaid) reader.faults.push(fault);
  return undefined;
}

/** The currency that a row says, else the one that the user says. */
export function currencyOf<Field extends string>(
  row: Row<Field>,
  field: Field,
  reader: CellReader,
  { currency }: { readonly currency: string | undefined },
): CurrencyOfRecord {
  const code = reader.text(row, field)?.toUpperCase();
  if (code === undefined) {
    const emptyCell = (): RecordFault => row.fault(field, 'is required, because amounts are given');
    return { code: currency, isFaulty: false, ...(row.has(field) && { emptyCell }) };
  }
  if (/^[A-Z]{3}$/.test(code)) return { code, isFaulty: false };
  reader.faults.push(
    row.fault(field, `expected an ISO 4217 code such as USD, got "${row.get(field)}"`),
  );
  return { code: undefined, isFaulty: true };
}
