import { option, say, type Words } from 'sequenzy-contract';
import type { InstantOptions } from '../../../time/instant.ts';
import { agreedRow } from '../../../table/agreed-row.ts';
import { currencyOf, moneyIn, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { OrderCellReader } from '../cell-reader.ts';
import type { OrderSettings } from '../source.ts';
import { withoutCase } from '../values.ts';
import type { OrderField } from './fields.ts';

/** What a platform leaves out of its cells because it is always the same. */
export interface Known {
  /** ISO 4217, where all amounts are in one. */
  readonly currency?: string;
  /** Of the times: their zone, and the order of day and month unless the user says otherwise. */
  readonly times?: InstantOptions;
  /** Amounts that the platform does not round: left out where they are not one of the currency. */
  readonly unrounded?: readonly OrderField[];
}

/** The cells of one order: its own ones stand on its first row, on all of them, or on any. */
export class OrderCells<Field extends string> {
  readonly reader: OrderCellReader;
  readonly currency: CurrencyOfRecord;
  readonly settings: OrderSettings;
  readonly #rows: Rows<Field>;
  readonly #known: Known;
  readonly #amounts = new Map<Field, number | undefined>();

  constructor(rows: Rows<Field>, settings: OrderSettings, known: Known, currency: Field) {
    this.#rows = rows;
    this.#known = known;
    this.settings = settings;
    this.reader = new OrderCellReader(settings);
    this.currency =
      known.currency === undefined
        ? currencyOf(this.rowOf(currency), currency, this.reader, settings)
        : { code: known.currency, isFaulty: false };
  }

  /** The row that says it. */
  rowOf(field: Field): Row<Field> {
    const meaning = field === 'email' ? withoutCase : undefined;
    return agreedRow(this.#rows, field, this.reader, 'order', meaning);
  }

  has(field: Field): boolean {
    return this.#rows.some((row) => row.has(field));
  }

  text(field: Field): string | undefined {
    return this.reader.text(this.rowOf(field), field);
  }

  /** Of a field whose rows need not agree. */
  firstText(field: Field): string | undefined {
    return this.#rows.map((row) => row.get(field)).find((text) => text !== '');
  }

  required(field: Field): string | undefined {
    return this.reader.required(this.rowOf(field), field);
  }

  id(field: Field): string | undefined {
    return this.reader.id(this.rowOf(field), field);
  }

  /** In lower case, with single spaces also for `_`: a word of the platform. */
  word(field: Field): string {
    return (this.text(field) ?? '').toLowerCase().replace(/[\s_]+/g, ' ');
  }

  /** Whether a mark such as `1` or `Yes` is set. */
  isSet(field: Field): boolean {
    return this.reader.boolean(this.rowOf(field), field) === true;
  }

  /** A whole number of minor units. */
  money(field: Field): number | undefined {
    // Read once: a fault of it is said once.
    if (!this.#amounts.has(field)) this.#amounts.set(field, this.#readMoney(field));
    return this.#amounts.get(field);
  }

  #readMoney(field: Field): number | undefined {
    const row = this.rowOf(field);
    const isUnrounded = this.#known.unrounded?.some((one) => one === field) === true;
    const reader = isUnrounded ? new OrderCellReader(this.settings) : this.reader;
    return moneyIn(this.currency, row, field, reader);
  }

  fault(field: Field, words: Words): void {
    this.reader.faults.push(this.rowOf(field).fault(field, words));
  }

  /**
   * Reads a time as the platform writes it.
   *
   * @param text Where it is more than the cell says: the time of day can stand in a cell of its own.
   * @param more What the row says of it: its zone.
   */
  instant(
    field: Field,
    text = this.required(field),
    more: InstantOptions = {},
  ): string | undefined {
    if (text === undefined) return undefined;
    const { times } = this.settings;
    const { dateFormat: usual, ...zone } = this.#known.times ?? {};
    const ownOf = this.rowOf(field).layout.times?.[field];
    const known = times.with({ ...zone, ...ownOf, ...more });
    const dateFormat = known.dateFormat ?? usual;
    const result = known.with({ dateFormat }).read(text);
    if (result.ok) {
      if (result.isAmbiguous) this.reader.notes.push('ambiguousTime');
      return result.instant;
    }
    const other = dateFormat === 'MDY' ? 'DMY' : 'MDY';
    const isOther = known.dateFormat === undefined && usual !== undefined;
    const isOtherWay = isOther && known.with({ dateFormat: other }).read(text).ok;
    const first = dateFormat === 'MDY' ? 'month' : 'day';
    this.fault(
      field,
      isOtherWay
        ? say`"${text}" is not written ${first} first: pass ${option('dateFormat', other)} for the whole input`
        : result.message,
    );
    return undefined;
  }
}
