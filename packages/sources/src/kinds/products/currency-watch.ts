import { option, say } from 'sequenzy-contract';
import { SourceError } from '../../faults/source-error.ts';
import type { UnreadWatch } from '../../reading/record-kind.ts';
import { canonical } from '../../table/columns.ts';
import type { Layout } from '../../table/header.ts';
import type { Rows } from '../../table/row.ts';

const headings = new Set(['currency', 'currencycode', 'pricecurrency', 'shopcurrency']);

/** A cell that names another currency than prices are read in. */
interface Named {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Holds columns in view that name a currency, and that the source does not read: prices would be wrong by the rate. */
export class CurrencyWatch implements UnreadWatch {
  readonly #currency: string | undefined;
  readonly #watched = new WeakMap<Layout, Layout['unread']>();
  #other: Named | undefined;

  /** @param currency That of prices that name none. */
  constructor(currency: string | undefined) {
    this.#currency = currency?.toUpperCase();
  }

  rows(rows: Rows): void {
    if (this.#currency === undefined || this.#other !== undefined) return;
    for (const { name, index } of this.#watchedOf(rows[0].layout)) {
      for (const { cells, line, layout } of rows) {
        const value = cells[index]?.trim() ?? '';
        if (!/^[a-z]{3}$/i.test(value) || value.toUpperCase() === this.#currency) continue;
        this.#other ??= { file: layout.file, line, column: name.trim(), value };
      }
    }
  }

  values(): void {
    // Documents of products name their currencies where their prices stand, or nowhere.
  }

  refuse(source: { readonly label: string }): void {
    if (this.#other === undefined) return;
    const { value } = this.#other;
    throw new SourceError(
      `this column is not part of a ${source.label}, but it says that prices are in ${value}, and they would be read in ${this.#currency ?? ''}`,
      {
        code: 'unread-column',
        ...this.#other,
        nextStep: say`Pass ${option('currency', value.toUpperCase())}, each currency in a run of its own, or take the column out where it is not that of the prices.`,
      },
    );
  }

  #watchedOf(layout: Layout): Layout['unread'] {
    const known = this.#watched.get(layout);
    if (known !== undefined) return known;
    const watched = layout.unread.filter(({ name }) => headings.has(canonical(name)));
    this.#watched.set(layout, watched);
    return watched;
  }
}
