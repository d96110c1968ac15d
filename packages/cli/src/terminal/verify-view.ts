import { shown } from 'sequenzy-jobs/report/differences.ts';
import type { VerifyReport } from 'sequenzy-jobs/orders/verify/verify-orders.ts';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';
import { count, number } from './wording.ts';

const columns = ['customer', 'field', 'expected', 'found'] as const;

/** One line a field that differs: a table on a terminal; elsewhere fields with tabs between them. */
export function printTotalsDifferences(
  { differences }: Pick<VerifyReport, 'differences'>,
  printer: Printer,
  isTerminal: boolean,
): void {
  const rows = differences.map(({ email, field, expected, actual }) => [
    email,
    field,
    shown(expected),
    shown(actual),
  ]);
  if (!isTerminal) for (const row of rows) printer.fields(row);
  else if (rows.length > 0) printTable(columns, rows, printer);
}

const sources = {
  computed: 'totals computed from the files',
  columns: 'the totals the files carry',
  export: 'the totals of the customer export',
} as const;

/** `20 customers of 1,204 compared with totals computed from the files, 1 without any left out: 3 differences.` */
export function verifiedLine(report: VerifyReport): string {
  const { checked, customers, withoutTotals, differences, totals } = report;
  const without = withoutTotals > 0 ? `, ${number(withoutTotals)} without any left out` : '';
  const looked = `${count(checked, 'customer')} of ${number(customers)}`;
  const found = count(differences.length, 'difference');
  return `${looked} compared with ${sources[totals]}${without}: ${found}.`;
}
