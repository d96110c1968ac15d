import type { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import { labelled } from '../../../kinds/orders/labelled.ts';
import { readLineCell } from '../../../kinds/orders/line-cell.ts';
import type { OrderSettings } from '../../../kinds/orders/source.ts';
import type { CurrencyOfRecord } from '../../../table/price.ts';
import type { Row } from '../../../table/row.ts';
import type { Field } from './columns.ts';

/** A name may hold commas and colons: a value ends where another label of the platform begins. */
const labels =
  /(?:^|[,;|\n])\s*Product (ID|Qty|SKU|Name|Weight|Variation Details|Unit Price|Total Price):/gi;

/** The products of one cell; a label that comes again begins the next one. */
export function productsIn(cell: string): ReadonlyMap<string, string>[] {
  const products: Map<string, string>[] = [];
  for (const [label, value] of labelled(cell, labels)) {
    const key = label.toLowerCase();
    const last = products.at(-1);
    if (last === undefined || last.has(key)) products.push(new Map([[key, value]]));
    else last.set(key, value);
  }
  return products;
}

/** Undefined for a line of which nothing is left. */
export function readProduct(
  product: ReadonlyMap<string, string>,
  row: Row<Field>,
  currency: CurrencyOfRecord,
  settings: OrderSettings,
  reader: OrderCellReader,
): object | undefined {
  const line = {
    productId: product.get('id'),
    sku: product.get('sku'),
    title: product.get('name'),
    variant: product.get('variation details'),
    quantity: product.get('qty'),
    price: product.get('unit price'),
  };
  const cell = { ...row.place('products'), value: row.get('products') };
  return readLineCell(line, { cell, currency, settings, reader });
}
