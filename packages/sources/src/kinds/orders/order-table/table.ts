import type { RecordFault } from '../../../faults/record-fault.ts';
import type { TableReader } from '../../../reading/format.ts';
import type { Columns } from '../../../table/columns.ts';
import type { Rows } from '../../../table/row.ts';
import { readLineCell } from '../line-cell.ts';
import { oneOf } from '../order-versions.ts';
import { readRefund } from '../payment/refund.ts';
import { skipReason } from '../skip-reason.ts';
import type { MappedOrder, OrderSettings } from '../source.ts';
import { nameOf, propertiesOf, withoutUndefined } from '../values.ts';
import { mapVersions } from '../versions/row-versions.ts';
import { OrderCells, type Known } from './cells.ts';
import { rowFieldsOf, type OrderField } from './fields.ts';
import { hasLines, linesInRows, type SaidLine } from './lines.ts';
import type { Said } from './state.ts';

/** An order export of one platform. What it has in common with others is read the same way. */
export interface OrderTable<Own extends string> extends Known {
  readonly columns: Columns<OrderField | Own>;
  /** Fields that are the id of an order, the first one that is filled. Default: `orderId`. */
  readonly ids?: readonly (OrderField | Own)[];
  readonly stateOf: (cells: OrderCells<OrderField | Own>) => Said;
  /** The time of the order, where it is more than the field `orderedAt` says. */
  readonly orderedAt?: (cells: OrderCells<OrderField | Own>) => string | undefined;
  /** The address, where it can stand in more than one field. */
  readonly emailOf?: (cells: OrderCells<OrderField | Own>) => string | undefined;
  /** First and last name in one, where it can stand in more than one field. */
  readonly customerName?: (cells: OrderCells<OrderField | Own>) => string | undefined;
  /** The lines of an order that stand in cells or columns. Default: one in each row, where there are columns for it. */
  readonly lines?: (
    rows: Rows<OrderField | Own>,
    cells: OrderCells<OrderField | Own>,
  ) => SaidLine[];
  /** Properties besides the common ones. */
  readonly properties?: (cells: OrderCells<OrderField | Own>) => Readonly<Record<string, unknown>>;
}

/**
 * Reads an order export: a row for each order, or for each line of one. Where a file has no columns for lines, another row
 * with the number of an order is another state of it.
 */
export function orderTable<Own extends string = never>(
  table: OrderTable<Own>,
): TableReader<OrderField | Own, MappedOrder, OrderSettings> {
  const { columns, ids = ['orderId'] } = table;
  // Object.keys forgets that they are the fields.
  const rowFields = rowFieldsOf(Object.keys(columns.fields) as (OrderField | Own)[]);
  return {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => ids.map((field) => row.get(field)).find((id) => id !== ''),
    map(rows, settings) {
      if (hasLines(rows))
        return mapVersions(rows, rowFields, (one) => mapOrder(one, table, settings));
      const [first, ...others] = rows.map((row) => mapOrder([row], table, settings));
      return first === undefined ? mapOrder(rows, table, settings) : oneOf([first, ...others]);
    },
  };
}

/** Makes an order of its rows. */
export function mapOrder<Own extends string>(
  rows: Rows<OrderField | Own>,
  table: OrderTable<Own>,
  settings: OrderSettings,
): MappedOrder {
  const { ids = ['orderId'] } = table;
  const cells = new OrderCells<OrderField | Own>(rows, settings, table, 'currency');
  const { currency, reader } = cells;
  const idField = ids.find((field) => cells.text(field) !== undefined) ?? ids[0] ?? 'orderId';
  const orderId = cells.required(idField) && cells.id(idField);
  const said = table.stateOf(cells);
  // What is not an order need not have the cells of one.
  if (said.skip === undefined) cells.required('total');
  const totalCents = said.skip === undefined ? cells.money('total') : undefined;
  const refundedCents = 'refundedCents' in said ? said.refundedCents : (cells.money('refund') ?? 0);
  const { status, isPending = false, isPartly = false, isTest = false } = said;
  const isRefunded = status === 'refunded';
  const { isWhole, cents, notes } = readRefund({ refundedCents, totalCents, isRefunded, isPartly });
  const found = table.lines?.(rows, cells) ?? linesInRows(rows);
  const lines = found.flatMap(({ line, cell }) => {
    const item = readLineCell(line, { cell, currency, settings, reader });
    return item === undefined ? [] : [{ cell, item }];
  });
  const email = table.emailOf === undefined ? cells.text('email') : table.emailOf(cells);
  const customerId = cells.id('customerId');
  const discountCode = cells.text('discountCode');
  const skip = said.skip ?? skipReason({ email, isPending, isTest }, settings);
  const order = withoutUndefined({
    orderId,
    orderNumber: cells.text('orderNumber') ?? orderId,
    status: isWhole ? 'refunded' : status,
    refundAmountCents: isWhole || cents > 0 ? cents : undefined,
    totalCents,
    currency: currency.code,
    orderedAt: table.orderedAt === undefined ? cells.instant('orderedAt') : table.orderedAt(cells),
    customer: withoutUndefined({
      email,
      externalId: customerId === '0' ? undefined : customerId, // a guest
      ...nameOf(table.customerName?.(cells) ?? cells.text('customerName')),
      ...withoutUndefined({ firstName: cells.text('firstName'), lastName: cells.text('lastName') }),
    }),
    items: table.lines !== undefined || hasLines(rows) ? lines.map(({ item }) => item) : undefined,
    properties: propertiesOf({
      discountCode,
      discountCents: discountCode && cells.money('discount'),
      shippingCents: cells.money('shipping'),
      taxCents: cells.money('taxes'),
      paymentMethod: cells.text('paymentMethod'),
      ...table.properties?.(cells),
    }),
  });
  const { isUnpaid = isPending } = said;
  return {
    key: orderId,
    order,
    faults: reader.faults,
    locate: (path) => locate(path, cells, idField, lines),
    items: found.length,
    notes: [...reader.notes, ...notes],
    ...(isUnpaid && refundedCents === 0 && { paid: false as const }),
    ...(status === 'cancelled' && { cancelled: true as const }),
    ...(skip !== undefined && { skip }),
  };
}

const fields = new Map<string, OrderField>([
  ['totalCents', 'total'],
  ['customer.email', 'email'],
  ['customer.externalId', 'customerId'],
  ['refundAmountCents', 'refund'],
  ['currency', 'currency'],
  ['orderedAt', 'orderedAt'],
]);

function locate<Own extends string>(
  path: string,
  cells: OrderCells<OrderField | Own>,
  idField: OrderField | Own,
  lines: readonly Pick<SaidLine, 'cell'>[],
): RecordFault | undefined {
  const cell = lines[Number(/^items\[(\d+)\]/.exec(path)?.[1])]?.cell;
  if (cell !== undefined) return { ...cell, path: cell.column, message: '' };
  const field = path === 'orderId' ? idField : fields.get(path);
  return field === undefined ? undefined : cells.rowOf(field).fault(field, '');
}
