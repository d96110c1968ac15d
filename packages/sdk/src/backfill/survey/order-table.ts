import { Column } from '../tables/column.ts';
import type { KeyTable } from '../tables/key-table.ts';

/** What is known of one orderId: of its last version, where it stands in the source more than once. */
export interface OrderRow {
  readonly ordinal: number;
  readonly customer: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The filters let it through. */
  readonly selected: boolean;
}

/**
 * The orders of a source by orderId, in numbers only: 12 to 16 bytes an order, and its key. The keys may
 * number others besides: those are not orders here.
 */
export class OrderTable {
  readonly #keys: KeyTable;
  /** How far it is beyond the row: 0 where every input is an order, and another one. */
  readonly #ordinal = new Column(Uint32Array);
  /** Customer + 1; 0 where there is no order. */
  readonly #customer = new Column(Uint32Array);
  readonly #time = new Column(Float64Array);
  /** 1 where the filters leave it out; most runs have none. */
  readonly #leftOut = new Column(Uint8Array);
  readonly #earlier = new Map<number, number[]>();
  #size = 0;

  constructor(keys: KeyTable) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#size;
  }

  /** In the order in which they first came. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.#keys.size; row++) if (this.#has(row)) yield row;
  }

  /** Whether an orderId has come again. */
  get repeated(): boolean {
    return this.#earlier.size > 0;
  }

  /** Gives its row. */
  put(orderId: string, order: OrderRow): number {
    const row = this.#keys.add(orderId);
    if (!this.#has(row)) this.#size += 1;
    else {
      this.#earlier.set(row, [...this.earlierVersions(row), this.ordinal(row)]);
    }
    this.#ordinal.set(row, order.ordinal - row);
    this.#customer.set(row, order.customer + 1);
    this.#time.set(row, order.time);
    this.#leftOut.set(row, order.selected ? 0 : 1);
    return row;
  }

  find(orderId: string): number | undefined {
    const row = this.#keys.find(orderId);
    return row !== undefined && this.#has(row) ? row : undefined;
  }

  ordinal(row: number): number {
    return row + this.#ordinal.get(row);
  }

  customer(row: number): number {
    return this.#customer.get(row) - 1;
  }

  time(row: number): number {
    return this.#time.get(row);
  }

  isSelected(row: number): boolean {
    return this.#leftOut.get(row) === 0;
  }

  /** Places of the versions that later ones have replaced. */
  earlierVersions(row: number): readonly number[] {
    return this.#earlier.get(row) ?? [];
  }

  #has(row: number): boolean {
    return this.#customer.get(row) !== 0;
  }
}
