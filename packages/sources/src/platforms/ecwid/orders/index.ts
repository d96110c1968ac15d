import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { columns, type Own } from './columns.ts';
import { stateOf } from './status.ts';

/** The order export of Ecwid's panel. */
export const ecwid = defineOrderSource({
  name: 'ecwid',
  label: 'Ecwid order export',
  metadata: {
    files: 'CSV of the panel, My Sales > Orders > Export, a row for each order or for each product',
    needs: [
      'the currency, where the file has no column for it',
      'the time zone of the store, where times have no offset',
    ],
    maps: {
      orderId: 'order_id, else order_number',
      status:
        'payment_status: Cancelled is cancelled, Refunded is refunded; what is Shipped, Delivered or Returned by fulfillment_status is fulfilled, what Will not be delivered is cancelled',
      totalCents: 'total',
      orderedAt: 'create_date or order_date',
      customer: 'email, customer_id, customer_name',
      items:
        'item_name, item_sku, item_quantity, item_price of every row; a product without id by SKU, then by title, in the catalog',
      refundAmountCents: 'refunded_amount',
      properties: 'coupon_code, coupon_discount, shipping, tax, payment_method',
    },
    assumes: [
      'no real file was at hand: columns are named as the fields of the vendor’s API, with spaces or _ and in any case; statuses are those of its help',
      'Awaiting Payment is not paid yet, unless the order was delivered: it is paid at the door',
      'Incomplete orders are abandoned carts, and skipped',
      'a refund above the total of the order is a mistake, and left out with a warning',
      'a status of a store’s own is refused',
    ],
  },
  marksPending: true,
  marksTests: false,
  // Only products without an id are looked up.
  needsCatalog: true,
  derivesIds: false,
  table: orderTable<Own>({ columns, ids: ['orderId', 'orderNumber'], stateOf }),
});
