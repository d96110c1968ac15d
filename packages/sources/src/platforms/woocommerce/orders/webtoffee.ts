import type { RecordFault } from '../../../faults/record-fault.ts';
import { OrderCellReader } from '../../../kinds/orders/cell-reader.ts';
import { labelled } from '../../../kinds/orders/labelled.ts';
import { readLineCell } from '../../../kinds/orders/line-cell.ts';
import { oneOf } from '../../../kinds/orders/order-versions.ts';
import { readRefund } from '../../../kinds/orders/payment/refund.ts';
import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import type { MappedOrder, OrderSettings } from '../../../kinds/orders/source.ts';
import { propertiesOf, withoutUndefined } from '../../../kinds/orders/values.ts';
import { amountIn } from '../../../money/amount.ts';
import { currencyOf, moneyIn, type CurrencyOfRecord } from '../../../table/price.ts';
import type { Row, Rows } from '../../../table/row.ts';
import { allStatuses, never, statuses, statusIn } from './status.ts';
import type { Field } from './webtoffee-columns.ts';

/** Every row is a whole order: further rows with its number are other states of it. */
export function mapRows([first, ...others]: Rows<Field>, settings: OrderSettings): MappedOrder {
  return oneOf([mapRow(first, settings), ...others.map((row) => mapRow(row, settings))]);
}

function mapRow(row: Row<Field>, settings: OrderSettings): MappedOrder {
  const reader = new OrderCellReader(settings);
  const text = (field: Field): string | undefined => reader.text(row, field);
  const currency = currencyOf(row, 'currency', reader, settings);
  const money = (field: Field): number | undefined => moneyIn(currency, row, field, reader);
  const orderId = reader.required(row, 'orderId') && reader.id(row, 'orderId');
  reader.required(row, 'total');
  const totalCents = money('total');
  const status = statusIn(reader.required(row, 'status') ?? '');
  const known = statuses.get(status);
  if (known === undefined && !never.includes(status) && status !== '') {
    reader.faults.push(row.fault('status', `expected one of ${allStatuses}, got "${status}"`));
  }
  const refundedCents = refundedIn(row, currency, settings, reader);
  const isRefunded = known === 'refunded';
  const { isWhole, cents, notes } = readRefund({ refundedCents, totalCents, isRefunded });
  const isPending = status === 'pending' || status === 'on-hold';
  const neverPaid = status === 'cancelled' && row.has('paidAt') && text('paidAt') === undefined;
  const email = text('email') ?? text('customerEmail');
  const customerId = reader.id(row, 'customerId');
  const discountCode = labelled(row.get('coupons'), /(?:^|[;|])(code|amount):/g)[0]?.[1];
  const lines = row.family('line_item_').filter(([name]) => /^\d+$/.test(name));
  const items = lines.flatMap(
    ([name, value]) =>
      lineOf(value, {
        cell: { ...row.place('firstLine'), column: `line_item_${name}`, value },
        currency,
        settings,
        reader,
      }) ?? [],
  );
  const skip = never.includes(status) ? status : skipReason({ email, isPending }, settings);
  const order = withoutUndefined({
    orderId,
    orderNumber: text('orderNumber'),
    status: isWhole ? 'refunded' : known,
    refundAmountCents: isWhole || cents > 0 ? cents : undefined,
    totalCents,
    currency: currency.code,
    orderedAt: reader.required(row, 'orderedAt') && reader.instant(row, 'orderedAt'),
    customer: withoutUndefined({
      email,
      externalId: customerId === '0' ? undefined : customerId, // a guest
      firstName: text('firstName'),
      lastName: text('lastName'),
    }),
    items,
    properties: propertiesOf({
      discountCode,
      discountCents: discountCode && money('discount'),
      // The plug-in does not round it; where it is no amount of the currency it is left out.
      shippingCents: moneyIn(currency, row, 'shipping', new OrderCellReader(settings)),
      taxCents: money('taxes'),
      paymentMethod: text('paymentMethod'),
    }),
  });
  const isUnpaid = (status === 'pending' || neverPaid) && refundedCents === 0;
  return {
    key: orderId,
    order,
    faults: reader.faults,
    locate: (path) => locate(path, row),
    items: lines.length,
    notes: [...reader.notes, ...notes],
    ...(isUnpaid && { paid: false as const }),
    ...(known === 'cancelled' && { cancelled: true as const }),
    ...(skip !== undefined && { skip }),
  };
}

const labels =
  /(?:^|\|)(name|product_id|sku|quantity|total|sub_total|tax|tax_data|refunded|_variation_id|meta:[^:|]*):/g;

/** `name:Tee|product_id:55|sku:TEE|quantity:2|total:20.00` */
function lineOf(value: string, place: Parameters<typeof readLineCell>[1]): object | undefined {
  const said = new Map(labelled(value, labels));
  return readLineCell(
    {
      title: said.get('name'),
      productId: said.get('product_id'),
      variantId: said.get('_variation_id'),
      sku: said.get('sku'),
      quantity: said.get('quantity'),
      sum: said.get('total'),
    },
    place,
  );
}

/** `amount:5.00|reason:Late|date:2024-03-01 10:00:00;amount:…` */
function refundedIn(
  row: Row<Field>,
  { code }: CurrencyOfRecord,
  { decimal }: OrderSettings,
  reader: OrderCellReader,
): number {
  const parts = labelled(row.get('refunds'), /(?:^|[;|])(amount|reason|date):/g);
  if (parts.length === 0 && row.get('refunds') !== '') {
    reader.faults.push(row.fault('refunds', 'expected refunds such as amount:5.00'));
  }
  let sum = 0;
  for (const [label, text] of parts) {
    if (label !== 'amount' || code === undefined) continue;
    const amount = amountIn(text, { currency: code, decimal }, row.place('refunds'));
    if (amount.ok) sum += amount.cents;
    else reader.faults.push(row.fault('refunds', amount.message));
  }
  return sum;
}

const cells = new Map<string, Field>([
  ['totalCents', 'total'],
  ['customer.email', 'email'],
  ['refundAmountCents', 'refunds'],
  ['orderId', 'orderId'],
  ['currency', 'currency'],
  ['orderedAt', 'orderedAt'],
]);

function locate(path: string, row: Row<Field>): RecordFault | undefined {
  const field = path.startsWith('items[') ? 'firstLine' : cells.get(path);
  return field === undefined ? undefined : row.fault(field, '');
}
