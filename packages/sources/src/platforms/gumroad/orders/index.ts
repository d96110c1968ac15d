import type { OrderCells } from '../../../kinds/orders/order-table/cells.ts';
import type { OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Said } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { columns, type Own } from './columns.ts';

type Cells = OrderCells<OrderField | Own>;

/** The sales export of Gumroad. */
export const gumroad = defineOrderSource({
  name: 'gumroad',
  label: 'Gumroad sales export',
  metadata: {
    files: 'CSV of the panel, Analytics > Sales or Audience > Customers, Export',
    needs: [],
    maps: {
      orderId: 'Purchase ID',
      orderNumber: 'Order Number',
      status: 'Fully Refunded? is refunded, every other sale is placed',
      totalCents: 'Sale Price ($), in US dollars',
      orderedAt: 'Purchase Time (UTC timezone), else Purchase Date, in UTC',
      customer: 'Purchase Email, else Buyer Email; Buyer Name',
      items:
        'Item Name, Product ID, Variants, SKU ID, Quantity; the price is Subtotal ($) by quantity',
      refundAmountCents: 'Partial Refund ($)',
      properties: 'Discount Code, Taxes ($), Shipping ($), Payment Type, Recurring Charge?',
    },
    assumes: [
      'columns and their values are those of the vendor’s public code; no real file was at hand',
      'each purchase is an order of its own: the file does not say which were in one cart',
      'a free trial and a pre-order that is only authorised are not paid yet',
      'a disputed sale stays a sale until the file calls it refunded',
      'the last row, with the sums of the file, is skipped as totals',
    ],
  },
  marksPending: true,
  marksTests: false,
  // Only products without an id are looked up.
  needsCatalog: true,
  derivesIds: false,
  table: orderTable<Own>({
    columns,
    currency: 'USD',
    times: { timezone: 'UTC' },
    stateOf,
    emailOf: (cells) => cells.text('email') ?? cells.text('account'),
    orderedAt,
    properties: (cells) => ({ isRecurring: cells.isSet('isRecurring') || undefined }),
  }),
});

function stateOf(cells: Cells): Said {
  if (cells.word('orderId') === 'totals') return { skip: 'totals' };
  if (cells.isSet('isRefunded')) return { status: 'refunded' };
  return { status: 'placed', isPending: cells.isSet('isTrial') || cells.isSet('isPreOrder') };
}

/** The time says the day too, in all but old files. */
function orderedAt(cells: Cells): string | undefined {
  const [day, time = ''] = [cells.required('orderedAt'), cells.text('time')];
  if (day === undefined) return undefined;
  if (/^\d{4}-/.test(time)) return cells.instant('time', time);
  return time === '' ? cells.instant('orderedAt', day) : cells.instant('time', `${day} ${time}`);
}
