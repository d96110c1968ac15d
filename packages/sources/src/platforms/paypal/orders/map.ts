import { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import { linesInRows } from '../../../kinds/orders/order-table/lines.ts';
import { saidBy, type Said } from '../../../kinds/orders/order-table/state.ts';
import { mapOrder } from '../../../kinds/orders/order-table/table.ts';
import { oneOf } from '../../../kinds/orders/order-versions.ts';
import type { MappedOrder, OrderSettings } from '../../../kinds/orders/source.ts';
import type { Rows } from '../../../table/row.ts';
import { columns, type Own } from './columns.ts';
import { kindOf, paymentOf, type Entry } from './entry.ts';
import { done, statuses } from './status.ts';
import { timeOf } from './time.ts';

type Cells = OrderCells<OrderField | Own>;

/** A payment with its items and with what went back of it. Overlapping files hold the same entries, or older states of them. */
export function mapRows(rows: Rows<OrderField | Own>, settings: OrderSettings): MappedOrder {
  const [first, ...others] = rows
    .filter((row) => kindOf(row) === 'payment')
    .map((payment) => mapPayment(payment, rows, settings));
  return first === undefined ? leftOut(rows) : oneOf([first, ...others]);
}

function mapPayment(
  payment: Entry,
  rows: Rows<OrderField | Own>,
  settings: OrderSettings,
): MappedOrder {
  const all = rows.filter((row) => kindOf(row) === 'item');
  const items = all.filter(({ origin }) => origin === all[0]?.origin);
  return mapOrder(
    [payment],
    {
      columns,
      stateOf: (cells) => stateOf(cells, refundsIn(rows), settings),
      orderedAt: timeOf,
      lines: () => (items.length > 0 ? itemsIn(items) : linesInRows([payment])),
    },
    settings,
  );
}

function stateOf(cells: Cells, refunds: readonly Entry[], settings: OrderSettings): Said {
  const said = saidBy(cells, statuses);
  const sums = refunds
    .filter((entry) => done.has(entry.get('status').toLowerCase()))
    .map((entry) => refundedBy(entry, cells, settings));
  const refundedCents = sums.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
  return { ...said, refundedCents };
}

/** It is written with a minus. Undefined where it is in another currency. */
function refundedBy(entry: Entry, cells: Cells, settings: OrderSettings): number | undefined {
  const refund = new OrderCells<OrderField | Own>([entry], settings, {}, 'currency');
  const { code } = refund.currency;
  if (code === undefined || code !== cells.currency.code) return undefined;
  const cents = refund.reader.signedMoney(entry, 'total', code);
  cells.reader.faults.push(...refund.reader.faults);
  return cents === undefined ? undefined : Math.abs(cents);
}

function itemsIn(items: readonly Entry[]): ReturnType<typeof linesInRows> {
  return items.flatMap((row) =>
    linesInRows([row]).map(({ line, cell }) => ({
      line: { ...line, sum: row.get('total').replace(/^\.+$/, '') },
      cell,
    })),
  );
}

/** Each refund once. */
function refundsIn(rows: Rows<OrderField | Own>): Entry[] {
  const refunds = rows.filter((row) => kindOf(row) === 'refund');
  return [...new Map(refunds.map((row) => [row.get('orderId'), row])).values()];
}

/** Entries that are not a payment of a customer. Money that came in for something unknown is at fault. */
function leftOut(rows: Rows<OrderField | Own>): MappedOrder {
  const [first] = rows;
  const key = paymentOf(first);
  const unknown = rows.find((row) => kindOf(row) === undefined);
  if (unknown !== undefined) {
    const message = `nobody can tell whether "${unknown.get('type')}" is a payment of a customer: take the row out, or change its type to Payment`;
    return { key, order: {}, faults: [unknown.fault('type', message)], items: 0 };
  }
  const isRefund = rows.some((row) => kindOf(row) === 'refund');
  const skip = isRefund ? 'refund without its payment' : 'not a sale';
  return { key, order: {}, faults: [], items: 0, skip };
}
