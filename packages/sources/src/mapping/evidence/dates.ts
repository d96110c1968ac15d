import { isOf } from './kinds.ts';

/** How the dates of a column are written, cell by cell. */
export class Dates {
  #dayFirst = 0;
  #monthFirst = 0;
  #open = 0;
  #withoutOffset = 0;

  add(cell: string): void {
    if (!isOf('date', cell)) return;
    if (!/(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/.test(cell)) this.#withoutOffset += 1;
    const [, first, sign, second] = /^(\d{1,2})([-/.])(\d{1,2})[-/.]\d/.exec(cell) ?? [];
    if (first === undefined) return;
    if (Number(first) > 12 || sign === '.') this.#dayFirst += 1;
    else if (Number(second) > 12) this.#monthFirst += 1;
    else this.#open += 1;
  }

  /** Which number is the day, where they prove it: points part day, month and year. */
  get format(): 'DMY' | 'MDY' | undefined {
    if (this.#dayFirst > 0 && this.#monthFirst > 0) return undefined;
    return this.#dayFirst > 0 ? 'DMY' : this.#monthFirst > 0 ? 'MDY' : undefined;
  }

  /** Whether they could be read in two ways. */
  get areOpen(): boolean {
    return this.#open > 0 && this.format === undefined;
  }

  /** Whether times do not say where they were written. */
  get lackOffsets(): boolean {
    return this.#withoutOffset > 0;
  }
}
