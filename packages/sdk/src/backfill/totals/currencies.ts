import { Column } from '../tables/column.ts';

/** One currency a row, in one byte. */
export class Currencies {
  readonly #codes: string[] = [];
  readonly #code = new Column(Uint8Array);

  /** Of a row that was set. */
  get(row: number): string {
    return this.#codes[this.#code.get(row)] ?? '';
  }

  set(row: number, currency: string): void {
    this.#code.set(row, this.#codeOf(currency));
  }

  /** There are fewer than 256 currencies in ISO 4217, but nobody checks that a code is one of them. */
  #codeOf(currency: string): number {
    const known = this.#codes.indexOf(currency);
    if (known !== -1) return known;
    if (this.#codes.length > 255) throw new RangeError('More than 256 currencies');
    return this.#codes.push(currency) - 1;
  }
}
