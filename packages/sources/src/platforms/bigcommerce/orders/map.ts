import type { RecordFault } from '../../../faults/record-fault.ts';
import { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import { oneOf } from '../../../kinds/orders/order-versions.ts';
import { readRefund } from '../../../kinds/orders/payment/refund.ts';
import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import type { MappedOrder, OrderNote, OrderSettings } from '../../../kinds/orders/source.ts';
import { nameOf, propertiesOf, withoutUndefined } from '../../../kinds/orders/values.ts';
import { currencyOf, moneyIn } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import type { Field } from './columns.ts';
import { productsIn, readProduct } from './items.ts';
import { never, statuses } from './status.ts';

/** Every row is a whole order: further rows with its number are other states of it. */
export function mapRows([first, ...others]: Rows<Field>, settings: OrderSettings): MappedOrder {
  return oneOf([mapRow(first, settings), ...others.map((row) => mapRow(row, settings))]);
}

function mapRow(row: Row<Field>, given: OrderSettings): MappedOrder {
  const dateFormat = given.times.dateFormat ?? 'MDY';
  const settings = { ...given, times: given.times.with({ dateFormat }) };
  const reader = new OrderCellReader(settings);
  const currency = currencyOf(row, 'currency', reader, settings);
  const money = (field: Field): number | undefined => moneyIn(currency, row, field, reader);
  const orderId = reader.required(row, 'orderId') && reader.id(row, 'orderId');
  reader.required(row, 'total');
  const totalCents = money('total');
  const status = row
    .get('status')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace('canceled', 'cancelled');
  const refundedCents = money('refund') ?? 0;
  const state = stateOf(status, { refundedCents, totalCents });
  if (state === undefined && !never.includes(status)) {
    const names = [...statuses.keys(), ...never].join(', ');
    reader.faults.push(row.fault('status', `expected one of ${names}, got "${row.get('status')}"`));
  }
  const products = productsIn(row.get('products'));
  if (products.length === 0 && row.get('products') !== '') {
    reader.faults.push(
      row.fault('products', 'expected products such as "Product ID: 7, Product Qty: 1"'),
    );
  }
  const items = products.flatMap(
    (product) => readProduct(product, row, currency, settings, reader) ?? [],
  );
  const customerId = reader.id(row, 'customerId');
  const email = reader.text(row, 'email');
  const isTest = /^test payment/i.test(row.get('paymentMethod'));
  const { isPending = false } = state ?? {};
  const skip = never.includes(status) ? status : skipReason({ email, isPending, isTest }, settings);
  const order = withoutUndefined({
    orderId,
    orderNumber: orderId,
    ...state?.order,
    totalCents,
    currency: currency.code,
    orderedAt: orderedAt(row, given, reader),
    customer: withoutUndefined({
      email,
      externalId: customerId === '0' ? undefined : customerId, // a guest
      ...nameOf(reader.text(row, 'customerName')),
    }),
    items,
    properties: propertiesOf({
      shippingCents: money('shipping'),
      taxCents: money('taxes'),
      paymentMethod: reader.text(row, 'paymentMethod'),
    }),
  });
  return {
    key: orderId,
    order,
    faults: reader.faults,
    locate: (path) => locate(path, row),
    items: products.length,
    notes: [...reader.notes, ...(state?.notes ?? [])],
    ...(isPending && refundedCents === 0 && { paid: false as const }),
    ...(status === 'cancelled' && { cancelled: true as const }),
    ...(skip !== undefined && { skip }),
  };
}

/** Month first unless the user says otherwise. */
function orderedAt(
  row: Row<Field>,
  { times }: OrderSettings,
  reader: OrderCellReader,
): string | undefined {
  const text = reader.required(row, 'orderedAt');
  if (text === undefined) return undefined;
  const isDayFirst =
    times.dateFormat === undefined &&
    !times.with({ dateFormat: 'MDY' }).read(text).ok &&
    times.with({ dateFormat: 'DMY' }).read(text).ok;
  if (!isDayFirst) return reader.instant(row, 'orderedAt');
  const message = `"${text}" is not written month first: pass --date-format DMY for the whole input`;
  reader.faults.push(row.fault('orderedAt', message));
  return undefined;
}

interface State {
  readonly order: object;
  readonly isPending: boolean;
  readonly notes: readonly OrderNote[];
}

function stateOf(
  text: string,
  money: { readonly refundedCents: number; readonly totalCents: number | undefined },
): State | undefined {
  const said = statuses.get(text);
  if (said === undefined) return undefined;
  const { isPending = false, isPartly = false, status } = said;
  const isRefunded = status === 'refunded';
  const { isWhole, cents, notes } = readRefund({ ...money, isRefunded, isPartly });
  const order = {
    status: isWhole ? 'refunded' : status,
    ...((isWhole || cents > 0) && { refundAmountCents: cents }),
  };
  return { order, isPending, notes };
}

const cells = new Map<string, Field>([
  ['totalCents', 'total'],
  ['customer.email', 'email'],
  ['customer.externalId', 'customerId'],
  ['refundAmountCents', 'refund'],
  ['orderId', 'orderId'],
  ['currency', 'currency'],
  ['orderedAt', 'orderedAt'],
]);

function locate(path: string, row: Row<Field>): RecordFault | undefined {
  const field = path.startsWith('items[') ? 'products' : cells.get(path);
  return field === undefined ? undefined : row.fault(field, '');
}
