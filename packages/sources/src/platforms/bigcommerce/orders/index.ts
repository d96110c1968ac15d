import { saidBy } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource, holdsProducts } from '../../../kinds/orders/source.ts';
import { columns } from './columns.ts';
import { linesOf } from './items.ts';
import { statuses } from './status.ts';

/** The order export of BigCommerce's panel. */
export const bigcommerce = defineOrderSource({
  name: 'bigcommerce',
  label: 'BigCommerce order export',
  metadata: {
    files: 'CSV of the panel, Orders > Export, with the products in one cell or one product a row',
    needs: [
      'the time zone of the store',
      'the order of day and month, where it is not month first',
      'the currency, where the file has no column for it',
    ],
    maps: {
      orderId: 'Order ID',
      status:
        'Order Status: Completed, Shipped and Partially Refunded are fulfilled; Awaiting Fulfillment, Awaiting Shipment, Awaiting Pickup, Partially Shipped and Disputed are placed',
      totalCents: 'Order Total (inc tax)',
      orderedAt: 'Order Date',
      customer: 'Customer Email, Customer Name; Customer ID where the customer is not a guest',
      items:
        'Product Details, else Product Name, Product Qty, Product Unit Price, … of every row; a product without Product ID by SKU, then by title, in the catalog',
      refundAmountCents: 'Refund Amount',
      properties: 'Shipping Cost (inc tax), Tax Total, Payment Method',
    },
    assumes: [
      'no real file was at hand: columns and statuses are those of the platform’s help',
      'dates are written month first, as the default of the export is',
      'amounts are in Order Currency Code',
      'Pending, Awaiting Payment and Manual Verification Required are not paid yet',
      'Declined and Incomplete orders are not sales, and skipped',
      'a Payment Method that begins with Test Payment makes a test order',
      'a refund above the total of the order is a mistake, and left out with a warning',
      'a status that a store has renamed is refused',
    ],
  },
  marksPending: true,
  marksTests: true,
  // Only products without an id are looked up.
  needsCatalog: true,
  derivesIds: false,
  unusable: [
    {
      label: 'a BigCommerce product export',
      columns: ['Item Type', 'Product ID', 'Product Code/SKU'],
      ...holdsProducts,
    },
  ],
  table: orderTable({
    columns,
    times: { dateFormat: 'MDY' },
    lines: linesOf,
    stateOf: (cells) => ({
      ...saidBy(cells, statuses),
      isTest: /^test payment/i.test(cells.text('paymentMethod') ?? ''),
    }),
  }),
});
