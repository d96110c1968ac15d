import type { OrdersOptions } from '../kinds/orders/orders.ts';
import type { CatalogOptions } from '../kinds/products/catalog.ts';

/** A faultless table of a source: at least two records, and two rows of one record where rows are put together. */
export interface TableSample {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Faultless documents of a source. */
export interface DocumentsSample {
  readonly documents: readonly object[];
}

/** A faultless input of a source, and the options it needs. */
export type ConformanceSample = (TableSample | DocumentsSample) & {
  readonly options: CatalogOptions;
};

/** A faultless input of a source of orders, and the options it needs. */
export type OrderConformanceSample = (TableSample | DocumentsSample) & {
  readonly options: OrdersOptions;
};

/** A table of orders: its header, and the cells of a faultless row. */
export interface OrderRows {
  readonly header: readonly string[];
  readonly row: Readonly<Record<string, string>>;
  readonly options: OrdersOptions;
}

/** A row in the order of its header. */
export function cellsOf(
  { header, row }: Pick<OrderRows, 'header' | 'row'>,
  cells: OrderRows['row'],
): string[] {
  return header.map((name) => cells[name] ?? row[name] ?? '');
}
