import type { DiffReport } from 'sequenzy-jobs/catalog/diff/diff-catalog.ts';
import { shown } from 'sequenzy-jobs/report/differences.ts';
import type { Summary } from 'sequenzy-jobs/report/summary.ts';
import type { Printer } from './printer.ts';
import { printTable } from './table.ts';
import { count, number } from './wording.ts';

const columns = ['productId', 'status', 'field', 'in the source', 'stored'] as const;

/** One line a field that differs, or a product that is on one side only: a table, or fields with tabs between them. */
export function printDiff(
  { products }: Pick<DiffReport, 'products'>,
  printer: Printer,
  isTerminal: boolean,
): void {
  const rows = products.flatMap(({ productId, status, differences }) =>
    differences.length === 0
      ? [[productId, status, '', '', '']]
      : differences.map(({ path, file, stored }) => [
          productId,
          status,
          path,
          shown(file),
          shown(stored),
        ]),
  );
  if (!isTerminal) for (const row of rows) printer.fields(row);
  else if (rows.length > 0) printTable(columns, rows, printer);
}

/** `226 same, 3 different, 1 new, 0 missing in the source, 0 rejected` */
export function diffLine({ counts }: Pick<DiffReport, 'counts'>): string {
  const { same, different, missing, rejected } = counts;
  return [
    `${number(same)} same`,
    `${number(different)} different`,
    `${number(counts.new)} new`,
    `${number(missing)} missing in the source`,
    `${number(rejected)} rejected`,
  ].join(', ');
}

/** `226 accepted, 0 rejected in 3 requests` */
export function repairLine({ records, requests }: Pick<Summary, 'records' | 'requests'>): string {
  const { accepted, rejected, unknown, notAttempted } = records;
  const figures = [`${number(accepted)} accepted`, `${number(rejected)} rejected`];
  if (unknown > 0) figures.push(`${number(unknown)} unknown`);
  if (notAttempted > 0) figures.push(`${number(notAttempted)} not attempted`);
  return `${figures.join(', ')} in ${count(requests.sent, 'request')}`;
}
