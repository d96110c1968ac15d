import type { RecordFault } from '../faults/record-fault.ts';
import { amountIn, type Decimal } from '../money/amount.ts';
import { isWithin } from '../time/sale-window.ts';
import type { Row } from './row.ts';

const booleans = new Map([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['y', true],
  ['false', false],
  ['0', false],
  ['no', false],
  ['n', false],
]);

/** The time for which dates are looked at. */
interface Clock {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Reads cells of one record strictly. An empty cell is undefined; a faulty one too, and its fault is kept. */
export class CellReader {
  readonly faults: RecordFault[] = [];
  readonly #decimal: Decimal | undefined;

  /** @param settings Says which character parts the decimals of amounts. */
  constructor({ decimal }: { readonly decimal?: Decimal | undefined } = {}) {
    this.#decimal = decimal;
  }

  text<Field extends string>(row: Row<Field>, field: Field): string | undefined {
    return row.get(field) || undefined;
  }

  required<Field extends string>(row: Row<Field>, field: Field): string | undefined {
    const text = this.text(row, field);
    if (text === undefined) this.faults.push(row.fault(field, 'is required'));
    return text;
  }

  /** An id: refused where a spreadsheet has put it into scientific notation. */
  id<Field extends string>(row: Row<Field>, field: Field): string | undefined {
    const text = this.text(row, field);
    if (text === undefined || !hasLostDigits(text)) return text;
    this.faults.push(row.fault(field, lostDigits(text)));
    return undefined;
  }

  /** `true false 1 0 yes no y n`, in any case. */
  boolean<Field extends string>(row: Row<Field>, field: Field): boolean | undefined {
    const text = this.text(row, field);
    if (text === undefined) return undefined;
    const value = booleans.get(text.toLowerCase());
    if (value === undefined) {
      this.faults.push(row.fault(field, `expected true, false, 1, 0, yes or no, got "${text}"`));
    }
    return value;
  }

  /** Digits only, with a minus where it is negative. */
  integer<Field extends string>(row: Row<Field>, field: Field): number | undefined {
    const text = this.text(row, field);
    if (text === undefined) return undefined;
    const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isSafeInteger(value)) return value + 0; // no -0
    this.faults.push(row.fault(field, `expected a whole number, got "${text}"`));
    return undefined;
  }

  /**
   * A decimal amount, as whole minor units.
   *
   * @throws {SourceError} There is an amount, and no currency to read it in.
   */
  money<Field extends string>(
    row: Row<Field>,
    field: Field,
    currency: string | undefined,
  ): number | undefined {
    const text = this.text(row, field);
    if (text === undefined) return undefined;
    const amount = amountIn(
      text,
      { currency, decimal: this.#decimalOf(row, field) },
      row.place(field),
    );
    if (amount.ok) return amount.cents;
    this.faults.push(row.fault(field, amount.message));
    return undefined;
  }

  /** The same, where a minus makes it a reduction. */
  signedMoney<Field extends string>(
    row: Row<Field>,
    field: Field,
    currency: string | undefined,
  ): number | undefined {
    const text = row.get(field);
    if (!text.startsWith('-')) return this.money(row, field, currency);
    const settings = { currency, decimal: this.#decimalOf(row, field) };
    const amount = amountIn(text.slice(1), settings, row.place(field));
    if (amount.ok) return -amount.cents + 0; // no -0
    this.faults.push(row.fault(field, amount.message));
    return undefined;
  }

  #decimalOf<Field extends string>({ layout }: Row<Field>, field: Field): Decimal | undefined {
    return layout.decimals?.[field] ?? this.#decimal;
  }

  /**
   * Whether a time lies between two cells; an empty one leaves that end open. Times without offset are taken for UTC.
   *
   * @param clock Not asked where there are no dates.
   */
  isWithin<Field extends string>(row: Row<Field>, from: Field, to: Field, clock: Clock): boolean {
    if (row.get(from) === '' && row.get(to) === '') return true;
    const { now } = clock;
    const answer = isWithin(now, row.get(from), row.get(to));
    if (answer !== undefined) return answer;
    const isFrom = isWithin(now, row.get(from), '') === undefined;
    const field = isFrom ? from : to;
    this.faults.push(row.fault(field, `expected a date, got "${row.get(field)}"`));
    return false;
  }
}

/** `4.05E+12` */
export function hasLostDigits(id: string): boolean {
  return /^\d([.,]\d+)?E\+\d+$/i.test(id);
}

export function lostDigits(id: string): string {
  return `"${id}" is what a spreadsheet made of a long number, its last digits are gone: export again and do not open it there`;
}
