import { errorIn } from '../products/error.ts';
import { defineOrderSource, holdsProducts } from '../../../kinds/orders/source.ts';
import { mapDocument } from './map.ts';
import { table } from './csv.ts';

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

/** Orders of WooCommerce's REST API, version 3, and of plug-ins: its core exports no orders as CSV. */
export const woocommerce = defineOrderSource({
  name: 'woocommerce',
  label: 'WooCommerce order list',
  metadata: {
    files:
      'JSON of the REST API v3, /wp-json/wc/v3/orders; CSV of the plug-ins Order Export & Order Import for WooCommerce (WebToffee), with the products in columns or in rows, and Advanced Order Export For WooCommerce (AlgolPlus), with the products in rows',
    needs: ['the time zone of the site, for CSV', 'the currency, where a CSV has no column for it'],
    maps: {
      orderId: 'id; order_id, else order_number (CSV)',
      orderNumber: 'number; order_number (CSV)',
      status: 'status: completed is fulfilled, processing and on-hold are placed',
      totalCents: 'total; order_total or Order Total Amount (CSV)',
      orderedAt: 'date_created_gmt, else date_created in the time zone; order_date (CSV)',
      customer:
        'billing, in CSV billing_email or Email (Billing), else customer_email; customer_id where the customer is not a guest',
      items:
        'line_items, in CSV line_item_1, line_item_2, …, or item_name, item_quantity, item_total (Item Name, Quantity, Item Cost) of every row; the price is total by quantity, after discount and without tax',
      refundAmountCents:
        'the sum of refunds, in CSV of the amounts in refund_items, else Order Refund Amount, in the currency of the order',
      properties:
        'coupon_lines (coupon_items), discount_total, shipping_total, total_tax (tax_total), payment_method',
    },
    assumes: [
      'a refund above the total of the order is a mistake, and left out with a warning',
      'a price by piece that is not a whole number of cents is rounded',
      'an order on hold is not paid yet in CSV; the API’s is placed',
      'shipping, tax and discount in CSV with more decimals than the currency has are left out',
      'an order number in CSV is the id where there is no column order_id: it is the same as long as no plug-in changes numbers',
      'times in CSV are those of the site’s clock',
      'a product that was deleted has no id in CSV: it is looked up in the catalog, else named by its title',
      'checkout-draft and auto-draft are carts, and skipped; a status that a plugin adds is refused',
    ],
  },
  marksPending: true,
  marksTests: false,
  // Only products without an id are looked up.
  needsCatalog: true,
  derivesIds: false,
  totalsRule: 'woocommerce',
  unusable: [
    {
      label: 'a WooCommerce product list',
      columns: ['id', 'permalink', 'stock_status'],
      ...holdsProducts,
    },
  ],
  table,
  documents: {
    required: ['id', 'status', 'billing', 'line_items', 'date_created'],
    fields,
    envelopes: ['orders', 'order'],
    errorIn,
    map: mapDocument,
  },
});
