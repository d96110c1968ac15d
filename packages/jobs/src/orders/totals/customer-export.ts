import type { LifetimeTotals, TotalsLookup } from 'sequenzy-commerce/backfill';
import {
  readCustomers,
  SourceError,
  type Customers,
  type CustomersOptions,
} from 'sequenzy-sources';
import type { Io } from '../../job/io.ts';
import { UserError } from '../../report/user-error.ts';
import { isProxyFault, refusalOf, throughProxies } from '../../input/input-fetch.ts';
import { option } from 'sequenzy-contract';
import { adviceOf } from '../../report/advice.ts';

/** How the amounts of a customer export are to be read. */
export type CustomerChoices = Pick<CustomersOptions, 'currency' | 'decimal'>;

/** Lifetime totals out of a customer export, and the addresses it was asked for in vain. */
export class CustomerExport implements TotalsLookup {
  readonly file: string;
  /** In lower case. Their orders are sent without totals. */
  readonly missing = new Set<string>();
  readonly #customers: Customers;

  constructor(file: string, customers: Customers) {
    this.file = file;
    this.#customers = customers;
  }

  get warnings(): readonly string[] {
    return this.#customers.warnings;
  }

  totalsOf(email: string): LifetimeTotals | undefined {
    const totals = this.#customers.totalsOf(email);
    if (totals === undefined) this.missing.add(email.trim().toLowerCase());
    return totals;
  }

  currencyOf(email: string): string | undefined {
    return this.#customers.currencyOf(email);
  }
}

/**
 * Reads it like any other input: CSV, TSV, JSON, NDJSON, .xlsx or .ods, also gzipped, in any encoding.
 *
 * @throws {UserError} naming the line of the first thing that cannot be used.
 */
export async function readCustomerExport(
  file: string,
  choices: CustomerChoices,
  io: Io,
): Promise<CustomerExport> {
  if (file === '-') {
    throw new UserError('usage', 'standard input is for the orders', 'Name a file.', {
      place: { option: option('totalsFrom') },
    });
  }
  const { interruption: signal, wording } = io;
  try {
    const reading = { ...choices, signal, wording, remote: throughProxies({}, io) };
    return new CustomerExport(file, await readCustomers([file], reading));
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    if (isProxyFault(error)) throw refusalOf(error);
    const { place, problem, advice } = refusalOf(error);
    const steps = isOfColumns(error) ? adviceOf(nameColumns) : advice;
    throw new UserError('bad-totals', problem, [...steps, ...adviceOf('Nothing was sent.')], {
      place: { ...place, option: option('totalsFrom') },
    });
  }
}

/** Columns are named on the orders only. */
function isOfColumns({ code }: SourceError): boolean {
  return code === 'unknown-format' || code === 'bad-option';
}

const nameColumns = 'Name its columns Email, Total Orders and Total Spent (or totalSpentCents).';
