import { isCurrencyMark, markedAmount } from '../../money/currency-mark.ts';
import { withoutTaxNote } from '../../money/tax-note.ts';
import { writingOf } from './decimals.ts';
import { yesNoOf } from './yes-no.ts';

/** What the cells of a column can be. */
export type Kind =
  'money' | 'quantity' | 'imageAddress' | 'address' | 'email' | 'date' | 'yesNo' | 'currencyCode';

const tests: Readonly<Record<Kind, (cell: string) => boolean>> = {
  money: (cell) => writingOf(cell) !== undefined && isAmountMark(markOf(cell)),
  quantity: (cell) =>
    /^'?[-+]?\d{1,9}([.,]0+)?(\s*(st|stk|stuck|stück|pcs?|pieces|units|szt|шт|ud|pz)\.?)?$/i.test(
      cell,
    ),
  imageAddress: (cell) => /^\S+\.(jpe?g|png|webp|gif|avif|svg|bmp)\b/i.test(cell),
  address: isAddress,
  email: (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell),
  date: (cell) => /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)/.test(cell),
  yesNo: (cell) => yesNoOf(cell) !== undefined,
  currencyCode: (cell) => /^[A-Z]{3}$/i.test(cell) && isCurrencyMark(cell.toUpperCase()),
};

const kinds = Object.keys(tests) as Kind[]; // a record over all of them

/** A column is of a kind when so many of its filled cells are; the others are faults of their records. */
const enough = 0.8;

/** More different values than this are not kept. */
const mostDistinct = 100_000;
/** So many of them are kept in order, for statuses and the like. */
const mostListed = 50;
const mostSamples = 3;

/** A text that is longer does not name something. */
const longestName = 120;

/** What the cells of one column are, gathered cell by cell. */
export class Column {
  readonly name: string;
  /** What it is called for the dictionary: of a JSON path its last keys. */
  readonly heading: string;
  /** The first cells, filled or not. */
  readonly samples: string[] = [];
  rows = 0;
  filled = 0;
  /** All cells, as they come. */
  readonly #cells: string[] = [];
  #long = 0;
  readonly #counts = new Map<Kind, number>();
  readonly #distinct = new Set<string>();
  readonly #decimals = { '.': 0, ',': 0 };
  readonly #marks = new Set<string>();
  #ambiguous: string | undefined;
  readonly #dates = { dayFirst: 0, monthFirst: 0, open: 0, withoutOffset: 0 };

  constructor(name: string, heading = name) {
    this.name = name;
    this.heading = heading;
  }

  add(text: string): void {
    const cell = text.trim();
    this.rows += 1;
    if (this.samples.length < mostSamples) this.samples.push(cell);
    this.#cells.push(cell);
    if (cell === '') return;
    this.filled += 1;
    if (cell.length > longestName || cell.includes('\n')) this.#long += 1;
    if (this.#distinct.size < mostDistinct) this.#distinct.add(cell);
    for (const kind of kinds) {
      if (tests[kind](cell)) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    }
    this.#addDate(cell);
    const writing = writingOf(cell);
    if (writing?.is === 'proof') this.#decimals[writing.decimal] += 1;
    if (writing?.is === 'ambiguous') this.#ambiguous ??= cell;
    const mark = writing === undefined ? undefined : markOf(cell);
    if (mark !== undefined) this.#marks.add(mark);
  }

  /** Which number of its dates is the day, where they prove it: points part day, month and year. */
  get dateFormat(): 'DMY' | 'MDY' | undefined {
    const { dayFirst, monthFirst } = this.#dates;
    if (dayFirst > 0 && monthFirst > 0) return undefined;
    return dayFirst > 0 ? 'DMY' : monthFirst > 0 ? 'MDY' : undefined;
  }

  /** Whether dates could be read in two ways. */
  get hasOpenDates(): boolean {
    return this.#dates.open > 0 && this.dateFormat === undefined;
  }

  /** Whether times do not say where they were written. */
  get lacksOffsets(): boolean {
    return this.#dates.withoutOffset > 0;
  }

  /** Whether one cell at least is of a kind. */
  has(kind: Kind): boolean {
    return this.#counts.has(kind);
  }

  /** Whether the cells are of a kind; few may be something else. */
  is(kind: Kind): boolean {
    return this.filled > 0 && (this.#counts.get(kind) ?? 0) >= this.filled * enough;
  }

  /** Whether every filled cell is another one, as far as they were kept. */
  get isUnique(): boolean {
    return this.#distinct.size === this.filled || this.#distinct.size === mostDistinct;
  }

  /** Whether there is a cell in every row. */
  get isFull(): boolean {
    return this.filled > 0 && this.filled === this.rows;
  }

  /** Whether it tells rows apart; few may lack a cell or share one, which are faults of their records. */
  get isTelling(): boolean {
    const { size } = this.#distinct;
    return (
      this.filled >= this.rows * enough && (size >= this.filled * enough || size === mostDistinct)
    );
  }

  /** Whether the cells are as short as names are; few may be longer. */
  get isBrief(): boolean {
    return this.#long <= this.filled * (1 - enough);
  }

  /** Whether nearly every row has a cell, and none is longer than a name. */
  get isNames(): boolean {
    return this.filled > 0 && this.filled >= this.rows * enough && this.#long === 0;
  }

  /** Whether every cell is a code such as `842195` or `AB-12`, and they do not merely count the rows. */
  get isCode(): boolean {
    const codes = this.#cells.every((cell) =>
      /^(?=\S*\d)[\p{L}\d][\p{L}\d._/-]{2,39}$/u.test(cell),
    );
    const first = Number(this.#cells[0]);
    return codes && !this.#cells.every((cell, row) => Number(cell) === first + row);
  }

  /** Whether another column says the same in every row. */
  isSameAs(other: Column): boolean {
    return this.rows === other.rows && this.#cells.every((cell, row) => cell === other.cellOf(row));
  }

  cellOf(row: number): string {
    return this.#cells[row] ?? '';
  }

  /** Whether the columns together say something else in every row. */
  isUniqueWith(...others: readonly Column[]): boolean {
    const rows = this.#cells.map((cell, row) =>
      JSON.stringify([cell, ...others.map((other) => other.cellOf(row))]),
    );
    return new Set(rows).size === this.rows;
  }

  /** Whether it has another cell for each row that differs from the others in any of these columns. */
  tells(columns: readonly Column[]): boolean {
    if (!this.isFull) return false;
    if (this.isUnique) return true;
    const rows = this.#cells.map((_, row) => JSON.stringify(columns.map((one) => one.cellOf(row))));
    return this.#distinct.size === new Set(rows).size;
  }

  /** Some of its values. */
  get seen(): readonly string[] {
    return [...this.#distinct].slice(0, mostListed);
  }

  /** Different values, the first ones first; undefined where there are many. */
  get values(): readonly string[] | undefined {
    return this.#distinct.size > mostListed ? undefined : [...this.#distinct];
  }

  /** The separator that amounts prove, where none of them proves the other one. */
  get decimal(): '.' | ',' | undefined {
    const { '.': points, ',': commas } = this.#decimals;
    if (points > 0 && commas > 0) return undefined;
    return points > 0 ? '.' : commas > 0 ? ',' : undefined;
  }

  /** An amount with two meanings, such as `1,295`, where no other one tells which. */
  get ambiguousAmount(): string | undefined {
    return this.decimal === undefined ? this.#ambiguous : undefined;
  }

  /** Signs and codes of currencies beside the amounts. */
  get marks(): readonly string[] {
    return [...this.#marks];
  }

  #addDate(cell: string): void {
    if (!tests.date(cell)) return;
    if (!/(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/.test(cell)) this.#dates.withoutOffset += 1;
    const [, first, sign, second] = /^(\d{1,2})([-/.])(\d{1,2})[-/.]\d/.exec(cell) ?? [];
    if (first === undefined) return;
    if (Number(first) > 12 || sign === '.') this.#dates.dayFirst += 1;
    else if (Number(second) > 12) this.#dates.monthFirst += 1;
    else this.#dates.open += 1;
  }
}

/** A part of a list of addresses is enough. */
function isAddress(cell: string): boolean {
  return /^(https?:)?\/\/[^\s/]+/i.test(cell) || /^(www\.[^\s/]+\.[a-z]|\/[^\s/])/i.test(cell);
}

/** The sign or code beside an amount. */
function markOf(cell: string): string | undefined {
  return markedAmount(withoutTaxNote(cell))?.mark;
}

function isAmountMark(mark: string | undefined): boolean {
  return mark === undefined || isCurrencyMark(mark);
}
