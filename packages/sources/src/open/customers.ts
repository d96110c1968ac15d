import { SourceError } from '../faults/source-error.ts';
import { readFiles } from '../reading/read-files.ts';
import { currencyOf, decimalOf } from '../reading/option-values.ts';
import type { PlacedRecord } from '../reading/spooled-records.ts';
import type { Customers, CustomersOptions } from '../kinds/customers/customers.ts';
import { customerFormat } from '../platforms/generic/customers/index.ts';
import { customers } from '../kinds/customers/kind.ts';
import { TotalsTable } from '../kinds/customers/totals-table.ts';

/**
 * Reads a customer export with lifetime totals: columns `Email`, `Total Orders` (or `Orders Count`, `Orders`), `Total
 * Spent` (or `Total Spend`, `totalSpentCents`) and perhaps `currency`. Others are passed over, and so are rows without
 * an address.
 *
 * @param files Paths or `https:` addresses; `-` is standard input. CSV, TSV, JSON, NDJSON, .xlsx or .ods, each also gzipped.
 * @throws {SourceError} The input cannot be used as a whole, or one of its rows: totals that lack somebody are none.
 *
 * @example
 * const customers = await readCustomers(['customers_export.csv'], { currency: 'EUR' });
 * customers.totalsOf('ada@example.com'); // { ordersCount: 3, totalSpentCents: 12997 }
 */
export async function readCustomers(
  files: readonly string[],
  options: CustomersOptions = {},
): Promise<Customers> {
  const { currency, decimal } = options;
  const settings = { currency: currencyOf(currency), decimal: decimalOf(decimal) };
  const spooled = await readFiles({
    kind: customers,
    sources: [customerFormat],
    files,
    options,
    settingsFor: () => settings,
  });
  const table = new TotalsTable();
  try {
    for await (const { key, value, ...record } of spooled.all()) {
      if (key === undefined || value === undefined) throw unusable(record, spooled.counts.rejected);
      table.add(key, value);
    }
  } finally {
    await spooled.close();
  }
  const { rows, records, skipped } = spooled.counts;
  return {
    files: spooled.files,
    counts: { rows, customers: records, withoutEmail: skipped[0]?.count ?? 0 },
    warnings: spooled.warnings,
    totalsOf: (email) => table.totalsOf(email),
    currencyOf: (email) => table.currencyOf(email),
  };
}

function unusable(
  { file, line, faults }: Pick<PlacedRecord<unknown>, 'file' | 'line' | 'faults'>,
  rejected: number,
): SourceError {
  const [first] = faults;
  const others = rejected > 1 ? `, and so for ${String(rejected - 1)} more` : '';
  return new SourceError(`${first?.message ?? 'it is damaged'}${others}`, {
    code: 'unusable',
    file: first?.file ?? file,
    line: first?.line ?? line,
    ...(first?.cell !== undefined && { cell: first.cell }),
    ...(first?.column !== undefined && { column: first.column }),
    ...(first?.value !== undefined && { value: first.value }),
    nextStep: 'Correct it, or export again.',
  });
}
