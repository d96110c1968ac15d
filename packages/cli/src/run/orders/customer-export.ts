import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { parseMoney } from 'sequenzy-contract';
import type { LifetimeTotals, TotalsLookup } from 'sequenzy-commerce';
import { UserError } from '../../user-error.ts';
import { reasonOf } from '../system-error.ts';

/** Spellings of the columns, without case, spaces and underscores: generic, Shopify, WooCommerce. */
const spellings = {
  email: ['email', 'customeremail', 'emailaddress'],
  orders: ['orderscount', 'totalorders', 'ordercount', 'orders', 'customerorderscount'],
  spent: ['totalspent', 'amountspent', 'customertotalspent', 'totalspend'],
  cents: ['totalspentcents', 'customertotalspentcents'],
} as const;

type Field = keyof typeof spellings;

/** Lifetime totals by e-mail address without case. */
export class CustomerExport implements TotalsLookup {
  readonly #rows = new Map<string, number>();
  readonly #orders: number[] = [];
  readonly #cents: number[] = [];

  get customers(): number {
    return this.#rows.size;
  }

  add(email: string, { ordersCount, totalSpentCents }: LifetimeTotals): void {
    this.#rows.set(keyOf(email), this.#orders.length);
    this.#orders.push(ordersCount);
    this.#cents.push(totalSpentCents);
  }

  has(email: string): boolean {
    return this.#rows.has(keyOf(email));
  }

  totalsOf(email: string): LifetimeTotals | undefined {
    const row = this.#rows.get(keyOf(email));
    const ordersCount = row === undefined ? undefined : this.#orders[row];
    const totalSpentCents = row === undefined ? undefined : this.#cents[row];
    if (ordersCount === undefined || totalSpentCents === undefined) return undefined;
    return { ordersCount, totalSpentCents };
  }
}

/**
 * Reads a customer export: CSV or TSV in UTF-8 with columns for the e-mail address, the number of orders and the
 * amount spent. Rows without an address are passed over.
 *
 * @param currency What the amounts are in.
 * @throws {UserError} naming the line of the first thing that cannot be used.
 */
export async function readCustomerExport(file: string, currency: string): Promise<CustomerExport> {
  const totals = new CustomerExport();
  try {
    let columns: Columns | undefined;
    for await (const { record, info } of rowsOf(file, await delimiterOf(file))) {
      const place = { file, line: info.lines };
      if (columns === undefined) columns = columnsOf(record, place);
      else addRow(totals, record, columns, currency, place);
    }
    if (columns === undefined) throw unusable({ file, line: 1 }, 'it is empty');
    return totals;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('bad-totals', `--totals-from: ${file} cannot be read (${reasonOf(error)})`);
  }
}

type Columns = Readonly<Record<Field, number>>;

interface Place {
  readonly file: string;
  readonly line: number;
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function rowsOf(file: string, delimiter: string): AsyncIterable<ParsedRow> {
  const parser = parse({ bom: true, delimiter, info: true, skip_empty_lines: true });
  const stream = createReadStream(file);
  stream.on('error', (error) => parser.destroy(error));
  return stream.pipe(parser) as AsyncIterable<ParsedRow>; // what `info` makes it yield
}

/** The character that stands most often in the header. */
async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const [header = ''] = buffer.toString('utf8', 0, bytesRead).split(/[\r\n]/);
    const uses = (delimiter: string): number => header.split(delimiter).length;
    return [',', ';', '\t'].reduce((best, next) => (uses(next) > uses(best) ? next : best));
  } finally {
    await handle.close();
  }
}

function columnsOf(header: readonly string[], place: Place): Columns {
  const names = header.map((name) => name.toLowerCase().replace(/[\s_-]/g, ''));
  const find = (field: Field): number => names.findIndex((name) => includes(field, name));
  const columns = {
    email: find('email'),
    orders: find('orders'),
    spent: find('spent'),
    cents: find('cents'),
  };
  if (columns.email === -1) throw unusable(place, 'it has no column Email');
  if (columns.orders === -1) throw unusable(place, 'it has no column Total Orders');
  if (columns.spent === -1 && columns.cents === -1) {
    throw unusable(place, 'it has no column Total Spent');
  }
  return columns;
}

function includes(field: Field, name: string): boolean {
  return spellings[field].some((spelling) => spelling === name);
}

function addRow(
  totals: CustomerExport,
  record: readonly string[],
  columns: Columns,
  currency: string,
  place: Place,
): void {
  const email = record[columns.email] ?? '';
  if (email.trim() === '') return;
  if (totals.has(email)) throw unusable(place, `${email.trim()} stands in it twice`);
  const ordersCount = wholeNumber(record[columns.orders] ?? '', place);
  const cents = columns.cents === -1 ? undefined : record[columns.cents];
  const totalSpentCents =
    cents === undefined
      ? amount(record[columns.spent] ?? '', currency, place)
      : wholeNumber(cents, place);
  totals.add(email, { ordersCount, totalSpentCents });
}

function wholeNumber(text: string, place: Place): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (Number.isSafeInteger(value)) return value;
  throw unusable(place, `${JSON.stringify(text)} is no whole number`);
}

function amount(text: string, currency: string, place: Place): number {
  const money = parseMoney(text, currency);
  if (money.ok) return money.cents;
  throw unusable(place, money.message);
}

function unusable({ file, line }: Place, problem: string): UserError {
  return new UserError(
    'bad-totals',
    `--totals-from: ${file}:${String(line)}: ${problem}`,
    'It must be a CSV file with the columns Email, Total Orders and Total Spent. Nothing was sent.',
  );
}

function keyOf(email: string): string {
  return email.trim().toLowerCase();
}
