import { Column } from '../tables/column.ts';
import { KeyTable } from '../tables/key-table.ts';

/** What is known of one orderId: of its last version, where it stands in the source more than once. */
export interface OrderRow {
  readonly ordinal: number;
  readonly customer: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The filters let it through. */
  readonly selected: boolean;
}

/** The orders of a source by orderId, in numbers only: about 32 bytes an order. */
export class OrderTable {
  readonly #keys = new KeyTable();
  readonly #ordinal = new Column(Uint32Array);
  readonly #customer = new Column(Uint32Array);
  readonly #time = new Column(Float64Array);
  /** 1 where the filters leave it out; most runs have none. */
  readonly #leftOut = new Column(Uint8Array);
  readonly #earlier = new Map<number, number[]>();

  get size(): number {
    return this.#keys.size;
  }

  /** Whether an orderId has come again. */
  get repeated(): boolean {
    return this.#earlier.size > 0;
  }

  /** Gives its row. */
  put(orderId: string, order: OrderRow): number {
    const known = this.#keys.find(orderId);
    const row = known ?? this.#keys.add(orderId);
    if (known !== undefined) {
      this.#earlier.set(row, [...this.earlierVersions(row), this.#ordinal.get(row)]);
    }
    this.#ordinal.set(row, order.ordinal);
    this.#customer.set(row, order.customer);
    this.#time.set(row, order.time);
    this.#leftOut.set(row, order.selected ? 0 : 1);
    return row;
  }

  find(orderId: string): number | undefined {
    return this.#keys.find(orderId);
  }

  ordinal(row: number): number {
    return this.#ordinal.get(row);
  }

  customer(row: number): number {
    return this.#customer.get(row);
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
}
