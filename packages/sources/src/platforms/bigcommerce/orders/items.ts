import { labelled } from '../../../kinds/orders/labelled.ts';
import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import { linesInRows, type SaidLine } from '../../../kinds/orders/order-table/lines.ts';
import type { Rows } from '../../../table/row.ts';
import type { Own } from './columns.ts';

/** A name may hold commas and colons: a value ends where another label of the platform begins. */
const labels =
  /(?:^|[,;|\n])\s*Product (ID|Qty|SKU|Name|Weight|Variation Details|Unit Price|Total Price):/gi;

/** The products of one cell; a label that comes again begins the next one. */
function productsIn(cell: string): ReadonlyMap<string, string>[] {
  const products: Map<string, string>[] = [];
  for (const [label, value] of labelled(cell, labels)) {
    const key = label.toLowerCase();
    const last = products.at(-1);
    if (last === undefined || last.has(key)) products.push(new Map([[key, value]]));
    else last.set(key, value);
  }
  return products;
}

/** The lines of an order: in one cell, or in a row each. */
export function linesOf(
  rows: Rows<OrderField | Own>,
  cells: OrderCells<OrderField | Own>,
): SaidLine[] {
  if (!cells.has('products')) return linesInRows(rows);
  const row = cells.rowOf('products');
  const value = row.get('products');
  const products = productsIn(value);
  if (products.length === 0 && value !== '') {
    cells.fault('products', 'expected products such as "Product ID: 7, Product Qty: 1"');
  }
  return products.map((product) => ({
    line: {
      productId: product.get('id'),
      sku: product.get('sku'),
      title: product.get('name'),
      variant: product.get('variation details'),
      quantity: product.get('qty'),
      price: product.get('unit price'),
    },
    cell: { ...row.place('products'), value },
  }));
}
