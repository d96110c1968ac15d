import type { TableReader } from '../../../reading/format.ts';
import type { Columns } from '../../../table/columns.ts';
import type { MappedOrder, OrderSettings, OrderNote } from '../source.ts';
import { type Field, rowFields } from './field.ts';
import type { RecordFault } from '../../../faults/record-fault.ts';
import { agreedRow } from '../../../table/agreed-row.ts';
import { nameOf, withoutCase, propertiesOf, withoutUndefined, tagsOf } from '../values.ts';
import { currencyOf, moneyIn } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { OrderCellReader } from '../cell-reader.ts';
import { skipReason } from '../skip-reason.ts';
import { mapVersions } from '../versions/row-versions.ts';
import { lineRowsOf, readLine } from './lines.ts';
import { financialStates, readStatus, type ReadStatus } from '../payment/status.ts';

/** Reads an export with an order's own cells on its first row and one line a row. */
export function lineItemTable(
  columns: Columns<Field>,
): TableReader<Field, MappedOrder, OrderSettings> {
  return {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('name') || undefined,
    // A row that names no order belongs to the one above.
    continues: (row) => row.get('name') === '',
    map: mapRows,
  };
}

/** One order out of the rows with its name: its own cells stand on the first row, on all of them, or on any. */
function mapRows(rows: Rows<Field>, settings: OrderSettings): MappedOrder {
  return mapVersions(rows, rowFields, (version) => mapVersion(version, settings));
}

function mapVersion(rows: Rows<Field>, settings: OrderSettings): MappedOrder {
  const reader = new OrderCellReader(settings);
  const rowOf = (field: Field): Row<Field> =>
    agreedRow(rows, field, reader, 'order', field === 'email' ? withoutCase : undefined);
  const text = (field: Field): string | undefined => reader.text(rowOf(field), field);
  const currency = currencyOf(rowOf('currency'), 'currency', reader, settings);
  const money = (field: Field): number | undefined =>
    moneyIn(currency, rowOf(field), field, reader);

  const name = reader.required(rows[0], 'name') && reader.id(rows[0], 'name');
  const orderId = reader.id(rowOf('id'), 'id') ?? name;
  const totalCents = money('total');
  const { state, isPending, facts, ...read } = statusOf(totalCents, money, rowOf, reader);
  const lineRows = lineRowsOf(rows);
  const lines = lineRows.flatMap((row) => {
    const item = readLine(row, currency, settings, reader);
    return item === undefined ? [] : [{ row, item }];
  });
  const order = withoutUndefined({
    orderId,
    orderNumber: name?.replace(/^#/, ''),
    ...state,
    totalCents,
    currency: currency.code,
    orderedAt: reader.required(rowOf('createdAt'), 'createdAt') && createdAt(rowOf, reader),
    customer: withoutUndefined({
      email: text('email'),
      ...nameOf(text('billingName') ?? text('shippingName')),
    }),
    items: lines.map(({ item }) => item),
    properties: propertiesOf({
      discountCode: text('discountCode'),
      discountCents: text('discountCode') && money('discountAmount'),
      shippingCents: money('shipping'),
      taxCents: money('taxes'),
      source: text('source'),
      tags: tagsOf(text('tags')),
    }),
  });
  const notes: OrderNote[] = [...reader.notes, ...read.notes];
  // Its only use is to try a shop out.
  const isTest = /\bbogus\b/i.test(text('paymentMethod') ?? '');
  const skip = skipReason({ email: text('email'), isPending, isTest }, settings);
  return {
    key: orderId,
    order,
    faults: reader.faults,
    locate: (path) => locate(path, rowOf, lines),
    items: lineRows.length,
    notes,
    ...facts,
    ...(skip !== undefined && { skip }),
  };
}

function createdAt(
  rowOf: (field: Field) => Row<Field>,
  reader: OrderCellReader,
): string | undefined {
  return reader.instant(rowOf('createdAt'), 'createdAt');
}

function statusOf(
  totalCents: number | undefined,
  money: (field: Field) => number | undefined,
  rowOf: (field: Field) => Row<Field>,
  reader: OrderCellReader,
): ReadStatus {
  const row = rowOf('financialStatus');
  const financial = row.get('financialStatus').toLowerCase().replace(/\s+/g, '_');
  if (financial !== '' && !financialStates.includes(financial)) {
    const known = financialStates.join(', ');
    reader.faults.push(
      row.fault('financialStatus', `expected one of ${known}, got "${financial}"`),
    );
  }
  return readStatus({
    financial,
    fulfillment: rowOf('fulfillmentStatus').get('fulfillmentStatus').toLowerCase(),
    isCancelled: rowOf('cancelledAt').get('cancelledAt') !== '',
    hasPaymentTime: rowOf('paidAt').get('paidAt') !== '',
    totalCents,
    refundedCents: money('refundedAmount') ?? 0,
  });
}

const cells = new Map<string, Field>([
  ['orderId', 'name'],
  ['totalCents', 'total'],
  ['currency', 'currency'],
  ['orderedAt', 'createdAt'],
  ['customer.email', 'email'],
  ['refundAmountCents', 'refundedAmount'],
]);

function locate(
  path: string,
  rowOf: (field: Field) => Row<Field>,
  lines: readonly { readonly row: Row<Field> }[],
): RecordFault | undefined {
  const line = lines[Number(/^items\[(\d+)\]/.exec(path)?.[1])]?.row;
  if (line !== undefined) {
    return line.fault(path.endsWith('.quantity') ? 'lineQuantity' : 'lineName', '');
  }
  const field = cells.get(path);
  return field === undefined ? undefined : rowOf(field).fault(field, '');
}
