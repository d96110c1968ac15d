import { errorIn } from '../products/error.ts';
import { defineOrderSource, holdsProducts } from '../../../kinds/orders/source.ts';
import { mapDocument } from './map.ts';

/** Keys that the option `map` can name. */
const fields = [
  'id',
  'number',
  'status',
  'currency',
  'total',
  'date_created',
  'date_created_gmt',
  'customer_id',
  'billing',
  'line_items',
  'refunds',
] as const;

/** Orders of WooCommerce's REST API, version 3. Its core exports no orders as CSV. */
export const woocommerce = defineOrderSource({
  name: 'woocommerce',
  label: 'WooCommerce order list',
  metadata: {
    files: 'JSON of the REST API v3, /wp-json/wc/v3/orders',
    needs: [],
    maps: {
      orderId: 'id',
      orderNumber: 'number',
      status: 'status: completed is fulfilled, processing and on-hold are placed',
      totalCents: 'total',
      orderedAt: 'date_created_gmt, else date_created in the time zone',
      customer: 'billing; customer_id where the customer is not a guest',
      items: 'line_items; the price is total by quantity, after discount and without tax',
      refundAmountCents: 'the sum of refunds, in the currency of the order',
      properties: 'coupon_lines, discount_total, shipping_total, total_tax, payment_method',
    },
    assumes: [
      'a refund above the total of the order is a mistake, and left out with a warning',
      'a price by piece that is not a whole number of cents is rounded',
      'checkout-draft and auto-draft are carts, and skipped; a status that a plugin adds is refused',
    ],
  },
  marksPending: true,
  marksTests: false,
  needsCatalog: false,
  totalsRule: 'woocommerce',
  unusable: [
    {
      label: 'a WooCommerce product list',
      columns: ['id', 'permalink', 'stock_status'],
      ...holdsProducts,
    },
  ],
  documents: {
    required: ['id', 'status', 'billing', 'line_items', 'date_created'],
    fields,
    envelopes: ['orders', 'order'],
    errorIn,
    map: mapDocument,
  },
});
