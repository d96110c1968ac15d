import { SourceError } from '../../../faults/source-error.ts';
import type { UnreadWatch } from '../../../reading/record-kind.ts';
import type { Format, UnreadValue } from '../../../reading/format.ts';
import { canonical } from '../../../table/columns.ts';
import type { Layout } from '../../../table/header.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { meaningOf, type Meaning } from './headings.ts';
import { isTelling } from './unread-value.ts';
import { wayOn } from './way-on.ts';

/** What is known of one column that nobody reads. */
export interface UnreadColumn {
  readonly name: string;
  readonly meaning: Meaning;
  /** It stands inside of another member, so that `map` cannot name it. */
  readonly isInner: boolean;
  /** Up to three values that differ, as they are written. */
  readonly values: string[];
  /** The place of the first value that has to be looked at. */
  telling?: { readonly file: string; readonly line: number };
}

const mostValues = 3;

/**
 * Holds columns in view that no source reads although their heading means a status, a refund, a test or a currency: an
 * order that was cancelled would be sent as a sale.
 */
export class UnreadColumns implements UnreadWatch {
  readonly #currency: string | undefined;
  readonly #ignored: ReadonlySet<string>;
  readonly #columns = new Map<string, UnreadColumn>();
  readonly #watched = new WeakMap<Layout, readonly { name: string; index: number }[]>();

  /** @param currency That of amounts that name none. */
  constructor({
    currency,
    ignoreColumns = [],
  }: {
    readonly currency?: string;
    readonly ignoreColumns?: readonly string[];
  }) {
    this.#currency = currency?.toUpperCase();
    this.#ignored = new Set(ignoreColumns.map(canonical));
  }

  rows(rows: Rows): void {
    const [{ layout, line }] = rows;
    for (const { name, index } of this.#watchedOf(layout)) {
      const filled = rows.find(({ cells }) => (cells[index]?.trim() ?? '') !== '');
      const value = filled?.cells[index]?.trim() ?? '';
      const place = { file: layout.file, line: filled?.line ?? line };
      const currency = currencyOf(rows);
      this.#see({ name, value, ...place, ...(currency !== undefined && { currency }) });
    }
  }

  values(values: readonly UnreadValue[]): void {
    for (const value of values) this.#see(value, value.name.includes('.'));
  }

  refuse(source: Format): void {
    const telling = [...this.#columns.values()].filter((one) => one.telling !== undefined);
    const [first] = telling;
    if (first?.telling === undefined) return;
    const values = first.values.map((value) => `"${value}"`).join(', ');
    throw new SourceError(
      `this column is not read, but its heading suggests ${suggested[first.meaning]}, and it holds ${values}`,
      {
        code: 'unread-column',
        ...first.telling,
        column: first.name,
        nextStep: wayOn(telling, source),
      },
    );
  }

  #watchedOf(layout: Layout): readonly { name: string; index: number }[] {
    const known = this.#watched.get(layout);
    if (known !== undefined) return known;
    const watched = layout.unread.filter(({ name }) => meaningOf(name) !== undefined);
    this.#watched.set(layout, watched);
    return watched;
  }

  #see({ name, value, file, line, currency = this.#currency }: UnreadValue, isInner = false): void {
    const meaning = meaningOf(name);
    if (meaning === undefined || this.#ignored.has(canonical(name))) return;
    const column = this.#columns.get(canonical(name)) ?? { name, meaning, isInner, values: [] };
    this.#columns.set(canonical(name), column);
    const shown = shownValue(value);
    const isNew = !column.values.some((one) => one.toLowerCase() === shown.toLowerCase());
    const differs = isNew && column.values.length > 0 && meaning === 'status';
    const isSettled = column.telling !== undefined;
    if (isNew && column.values.length < mostValues) column.values.push(shown);
    if (isSettled || !(differs || isTelling(meaning, value, currency))) return;
    column.telling = { file, line };
    if (!column.values.includes(shown)) column.values.splice(-1, 1, shown);
  }
}

const suggested: Readonly<Record<Meaning, string>> = {
  status: 'a status',
  state: 'a status',
  kind: 'a status',
  mark: 'a status',
  paid: 'a status',
  refund: 'a refund',
  test: 'test orders',
  currency: 'a currency',
};

function currencyOf(rows: Rows): string | undefined {
  const row = rows.find((one: Row) => one.get('currency') !== '');
  return row?.get('currency').toUpperCase();
}

const longest = 40;

/** Short, and no address of a person. */
function shownValue(value: string): string {
  if (value.includes('@')) return '…';
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
