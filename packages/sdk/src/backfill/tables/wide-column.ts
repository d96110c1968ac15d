import { Column } from './column.ts';

const half = 2 ** 32;

/** A {@link Column} of whole numbers from 0 to 2^53: 4 bytes a row, and 4 more where they do not fit into these. */
export class WideColumn {
  readonly #low = new Column(Uint32Array);
  readonly #high = new Column(Uint32Array);

  get(row: number): number {
    return this.#high.get(row) * half + this.#low.get(row);
  }

  set(row: number, value: number): void {
    this.#low.set(row, value % half);
    this.#high.set(row, Math.floor(value / half));
  }

  add(row: number, value: number): void {
    this.set(row, this.get(row) + value);
  }
}
