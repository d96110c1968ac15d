import { labelled } from '../../../kinds/orders/labelled.ts';
import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import { linesInRows, type SaidLine } from '../../../kinds/orders/order-table/lines.ts';
import { amountIn } from '../../../money/amount.ts';
import type { Rows } from '../../../table/row.ts';
import type { Own } from './csv-columns.ts';

type Cells = OrderCells<OrderField | Own>;

const labels =
  /(?:^|\|)(name|product_id|sku|quantity|total|sub_total|tax|tax_data|refunded|_variation_id|meta:[^:|]*):/g;

/** `name:Tee|product_id:55|sku:TEE|quantity:2|total:20.00` in columns with numbers, or lines in a row each. */
export function linesIn(rows: Rows<OrderField | Own>, cells: Cells): SaidLine[] {
  if (!cells.has('firstLine')) return linesInRows(rows);
  const [row] = rows;
  return row
    .family('line_item_')
    .filter(([name]) => /^\d+$/.test(name))
    .map(([name, value]) => {
      const said = new Map(labelled(value, labels));
      return {
        line: {
          title: said.get('name'),
          productId: said.get('product_id'),
          variantId: said.get('_variation_id'),
          sku: said.get('sku'),
          quantity: said.get('quantity'),
          sum: said.get('total'),
        },
        cell: { ...row.place('firstLine'), column: `line_item_${name}`, value },
      };
    });
}

/** `code:ten|amount:2.00`, or a code by itself; of several the first. */
export function couponIn(cells: Cells): string | undefined {
  const coupons = cells.text('coupons');
  if (coupons === undefined) return cells.firstText('coupon');
  return labelled(coupons, /(?:^|[;|])(code|amount):/g)[0]?.[1];
}

/** `amount:5.00|reason:Late|date:2024-03-01 10:00:00;amount:…` */
export function refundedIn(cells: Cells): number {
  const { currency, settings } = cells;
  const text = cells.text('refunds') ?? '';
  const parts = labelled(text, /(?:^|[;|])(amount|reason|date):/g);
  if (parts.length === 0 && text !== '') {
    cells.fault('refunds', 'expected refunds such as amount:5.00');
  }
  let sum = 0;
  for (const [label, part] of parts) {
    if (label !== 'amount' || currency.code === undefined) continue;
    const said = { currency: currency.code, decimal: settings.decimal };
    const amount = amountIn(part, said, cells.rowOf('refunds').place('refunds'));
    if (amount.ok) sum += amount.cents;
    else cells.fault('refunds', amount.message);
  }
  return sum;
}
