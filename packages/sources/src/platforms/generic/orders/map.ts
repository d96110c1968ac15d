import { orderStatuses } from 'sequenzy-contract';
import type { RecordFault } from '../../../faults/record-fault.ts';
import { agreedRow } from '../../../table/agreed-row.ts';
import { withoutCase, withoutUndefined } from '../../../kinds/orders/values.ts';
import { currencyOf, priceOf, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import {
  totalsNote,
  type MappedOrder,
  type OrderSettings,
  type StatedTotals,
  statedTotals,
} from '../../../kinds/orders/source.ts';
import { mapVersions } from '../../../kinds/orders/versions/row-versions.ts';
import { rowFields, type Field } from './columns.ts';
import { itemRowsOf, locateInItems, readItem, readListedItems } from './items.ts';
import { leftOut } from './left-out.ts';
import { aboveTotal, isAbove } from './refund.ts';

const total = { decimal: 'total', cents: 'totalCents' } as const;
const refund = { decimal: 'refundAmount', cents: 'refundAmountCents' } as const;

/** One order out of its rows: its own cells stand once or agree, every row with an item is a line. */
export function mapRows(rows: Rows<Field>, settings: OrderSettings): MappedOrder {
  return mapVersions(rows, rowFields, (version) => mapVersion(version, settings));
}

function mapVersion(rows: Rows<Field>, settings: OrderSettings): MappedOrder {
  const reader = new OrderCellReader(settings);
  const rowOf = (field: Field): Row<Field> =>
    agreedRow(rows, field, reader, 'order', field === 'email' ? withoutCase : undefined);
  const text = (field: Field): string | undefined => reader.text(rowOf(field), field);
  const currency = currencyOf(rowOf('currency'), 'currency', reader, settings);
  const orderId = reader.required(rowOf('orderId'), 'orderId') && reader.id(rows[0], 'orderId');
  const totals = readTotals(rowOf, currency, reader);
  const itemRows = itemRowsOf(rows);
  const items =
    readListedItems(rowOf('items'), itemRows, currency, settings, reader) ??
    itemRows.map((row) => readItem(row, currency, settings, reader));
  const status = statusOf(rowOf('status'), reader);
  const totalCents = priceOf(total, rowOf, currency, reader);
  const refundAmountCents = priceOf(refund, rowOf, currency, reader);
  if (isAbove(refundAmountCents, totalCents)) {
    const field = rows[0].has('refundAmount') ? 'refundAmount' : 'refundAmountCents';
    reader.faults.push(rowOf(field).fault(field, aboveTotal));
  }
  const isTest = reader.boolean(rowOf('test'), 'test') === true;
  const updatedAt = reader.instant(rowOf('updatedAt'), 'updatedAt');
  const order = withoutUndefined({
    orderId,
    orderNumber: text('orderNumber'),
    status,
    totalCents,
    currency: currency.code,
    orderedAt: requiredInstant(rowOf('orderedAt'), reader),
    customer: withoutUndefined({
      email: reader.required(rowOf('email'), 'email'),
      externalId: reader.id(rowOf('externalId'), 'externalId'),
      firstName: text('firstName'),
      lastName: text('lastName'),
      attributes: agreedFamily(rows, 'attributes.', reader),
    }),
    items:
      rows[0].has('itemProductId') || rows[0].has('items') || items.length > 0 ? items : undefined,
    refundAmountCents,
    properties: agreedFamily(rows, 'properties.', reader),
  });
  return {
    key: orderId,
    order,
    faults: reader.faults,
    locate: (path) => locateInItems(path, itemRows) ?? locate(path, rowOf),
    items: items.length,
    notes: [...reader.notes, ...(totals === undefined ? [] : [totalsNote])],
    ...(totals && { totals }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...leftOut(isTest, text('email'), settings),
  };
}

function requiredInstant(row: Row<Field>, reader: OrderCellReader): string | undefined {
  return reader.required(row, 'orderedAt') && reader.instant(row, 'orderedAt');
}

function statusOf(row: Row<Field>, reader: OrderCellReader): string | undefined {
  const text = reader.text(row, 'status');
  const status = text?.toLowerCase().replace('canceled', 'cancelled');
  const known = orderStatuses.find((one) => one === status);
  if (text !== undefined && known === undefined) {
    const names = orderStatuses.join(', ');
    reader.faults.push(row.fault('status', `expected one of ${names}, got "${text}"`));
  }
  return known;
}

const cells = new Map<string, Field>([
  ['totalCents', 'total'],
  ['customer.email', 'email'],
  ['customer.externalId', 'externalId'],
]);

function locate(path: string, rowOf: (field: Field) => Row<Field>): RecordFault {
  // A path that is no field of a table finds no cell, and names itself.
  const field = cells.get(path) ?? (path as Field);
  const row = rowOf(field);
  return row.fault(field === 'total' && !row.has('total') ? 'totalCents' : field, '');
}

/** The cells of a family of columns that all rows of an order share. Rows that say something else are at fault. */
function agreedFamily(
  rows: Rows<Field>,
  family: string,
  reader: OrderCellReader,
): Readonly<Record<string, string>> | undefined {
  const holders = new Map<string, { readonly cell: string; readonly row: Row<Field> }>();
  for (const row of rows) {
    for (const [name, cell] of row.family(family)) {
      const holder = holders.get(name);
      if (holder === undefined) holders.set(name, { cell, row });
      else if (holder.cell !== cell) {
        const path = family + name;
        const message = `"${cell}" differs from "${holder.cell}" ${holder.row.seenFrom(row)} of the same order`;
        const { file } = row.layout;
        reader.faults.push({ path, message, file, line: row.line, column: path, value: cell });
      }
    }
  }
  if (holders.size === 0) return undefined;
  return Object.fromEntries([...holders].map(([name, { cell }]) => [name, cell]));
}

const spent = { decimal: 'customerTotalSpent', cents: 'customerTotalSpentCents' } as const;

/** The platform's own lifetime totals, as far as the cells say them. */
function readTotals(
  rowOf: (field: Field) => Row<Field>,
  currency: CurrencyOfRecord,
  reader: OrderCellReader,
): StatedTotals | undefined {
  const ordersCount = reader.integer(rowOf('customerOrdersCount'), 'customerOrdersCount');
  const totalSpentCents = priceOf(spent, rowOf, currency, reader);
  return statedTotals(ordersCount, totalSpentCents);
}
