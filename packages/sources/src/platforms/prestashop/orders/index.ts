import { saidBy } from '../../../kinds/orders/order-table/state.ts';
import { orderTable } from '../../../kinds/orders/order-table/table.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { columns } from './columns.ts';
import { statuses } from './status.ts';

/** Orders of PrestaShop by a query of its SQL manager: the list of orders in its panel has no addresses. */
export const prestashop = defineOrderSource({
  name: 'prestashop',
  label: 'PrestaShop order query',
  metadata: {
    files:
      'CSV of the panel, Advanced Parameters > Database > SQL Manager, by the query in docs/orders.md',
    needs: ['the time zone of the shop', 'the currency, where the file has no column for it'],
    maps: {
      orderId: 'id_order',
      orderNumber: 'reference',
      status:
        'order_state, the English name of the state: Payment accepted and Processing in progress are placed, Shipped and Delivered are fulfilled',
      totalCents: 'total_paid_tax_incl',
      orderedAt: 'date_add',
      customer: 'email, id_customer, firstname, lastname',
      items:
        'product_name, product_quantity, unit_price_tax_incl, … of every row, by product_id and product_attribute_id',
      properties: 'total_shipping_tax_incl, payment',
    },
    assumes: [
      'no real file was at hand: columns and states are those of the platform’s public code',
      'instead of names, current_state may be a number up to 8, or 10: others mean different states in different versions, and are refused',
      'a state that waits for a payment, and a backorder that is not paid, is not paid yet',
      'Payment error is not a sale, and skipped',
      'a state that a module or a shop has added is refused',
    ],
  },
  marksPending: true,
  marksTests: false,
  // Only products without an id are looked up.
  needsCatalog: true,
  derivesIds: false,
  unusable: [
    {
      label: 'a PrestaShop list of orders',
      columns: ['Reference', 'New client', 'Customer', 'Total', 'Payment'],
      reason: 'it has no e-mail address',
      nextStep:
        'Export the orders with the query in docs/orders.md, under Advanced Parameters > Database > SQL Manager.',
    },
  ],
  table: orderTable({ columns, stateOf: (cells) => saidBy(cells, statuses) }),
});
