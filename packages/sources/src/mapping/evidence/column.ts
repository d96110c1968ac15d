import { Amounts } from './amounts.ts';
import { Dates } from './dates.ts';
import { isOf, kindsOf, type Kind } from './kinds.ts';

/** A column is of a kind when so many of its filled cells are; the others are faults of their records. */
const enough = 0.8;
const nearlyAll = 0.97;

const blank = /^(null|\(null\)|nan|n\/a|#n\/a|undefined|[-–—]{1,3})$/i;

/** More different values than this are not kept. */
const mostDistinct = 100_000;
/** So many of them are kept in order, for statuses and the like. */
const mostListed = 50;
const mostSamples = 3;

/** Words for a price that is not there are few, and the others are amounts. */
const mostWords = 5;
const longestWord = 40;
const fewestAmounts = 0.3;

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
  /** Cells such as `NULL` and `n/a`, which programs write for nothing. They count as empty. */
  readonly blanks = new Set<string>();
  /** All cells, as they come. */
  readonly #cells: string[] = [];
  #long = 0;
  readonly #counts = new Map<Kind, number>();
  readonly #distinct = new Set<string>();
  readonly #amounts = new Amounts();
  readonly #dates = new Dates();

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
    if (blank.test(cell)) {
      this.blanks.add(cell);
      return;
    }
    this.filled += 1;
    if (cell.length > longestName || cell.includes('\n')) this.#long += 1;
    if (this.#distinct.size < mostDistinct) this.#distinct.add(cell);
    for (const kind of kindsOf(cell)) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    this.#amounts.add(cell);
    this.#dates.add(cell);
  }

  /** Which number of its dates is the day, where they prove it. */
  get dateFormat(): 'DMY' | 'MDY' | undefined {
    return this.#dates.format;
  }

  /** Whether dates could be read in two ways. */
  get hasOpenDates(): boolean {
    return this.#dates.areOpen;
  }

  /** Whether times do not say where they were written. */
  get lacksOffsets(): boolean {
    return this.#dates.lackOffsets;
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

  /** Whether its cells are filled in elsewhere: `{Finish} belt with {Buckle}`. */
  get isTemplate(): boolean {
    const { seen } = this;
    return seen.filter((cell) => /\{\s*\w+\s*\}/.test(cell)).length * 2 > seen.length;
  }

  /** Whether every cell is a slug such as `blue-mug` or `product_1`. */
  get areSlugs(): boolean {
    return this.filled > 0 && this.seen.every((cell) => /^[a-z\d]+([-_][a-z\d]+)+$/.test(cell));
  }

  /** Whether most rows have a cell, and hardly any is longer than a name. */
  get isNames(): boolean {
    const { filled, rows } = this;
    return filled > 0 && filled >= rows * enough && this.#long <= filled * (1 - nearlyAll);
  }

  /** Whether every cell is a code such as `842195` or `AB-12`, and they do not merely count the rows. */
  get isCode(): boolean {
    const codes = this.#cells.every((cell) =>
      /^(?=\S*\d)[\p{L}\d][\p{L}\d._/-]{2,39}$/u.test(cell),
    );
    const first = Number(this.#cells[0]);
    return codes && !this.#cells.every((cell, row) => Number(cell) === first + row);
  }

  /** The first value that repeats, where hardly any does. */
  get rareRepeat(): string | undefined {
    if (this.filled - this.#distinct.size > this.filled * (1 - nearlyAll)) return undefined;
    const seen = new Set<string>();
    return this.#cells.find((cell) => seen.size === seen.add(cell).size);
  }

  /** Whether another column says the same in every row. */
  isSameAs(other: Column): boolean {
    return this.rows === other.rows && this.#cells.every((cell, row) => cell === other.cellOf(row));
  }

  /** Whether one of its cells says this. */
  holds(cell: string): boolean {
    return this.#distinct.has(cell);
  }

  /** The same column as if one of its rows were not there. */
  without(row: number): Column {
    const others = new Column(this.name, this.heading);
    for (const [at, cell] of this.#cells.entries()) if (at !== row) others.add(cell);
    return others;
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

  /** The decimal separator that its amounts prove. */
  get decimal(): '.' | ',' | undefined {
    return this.#amounts.decimal;
  }

  /** An amount with two meanings, such as `1,295`, where no other one tells which. */
  get ambiguousAmount(): string | undefined {
    return this.#amounts.ambiguous;
  }

  /** An amount such as `$1,295`, where its sign tells that it is a thousand. */
  get thousands(): string | undefined {
    return this.#amounts.thousands;
  }

  /** An amount with more decimals than any currency has, where many are like it. */
  get calculated(): string | undefined {
    return this.#amounts.calculated;
  }

  /** Signs and codes of currencies beside the amounts. */
  get marks(): readonly string[] {
    return this.#amounts.marks;
  }

  /** Words that stand in place of amounts, such as `on request`, where they are few and the others are amounts. */
  get wordsForAmounts(): readonly string[] {
    const amounts = this.#counts.get('money') ?? 0;
    if (amounts === this.filled || amounts < Math.max(2, this.filled * fewestAmounts)) return [];
    const words = [...this.#distinct].filter((cell) => !isOf('money', cell));
    const areWords = words.every((word) => word.length <= longestWord && !/\d/.test(word));
    return areWords && words.length <= mostWords ? words : [];
  }
}
