import { errorIn } from '../products/error.ts';
import { defineOrderSource, holdsProducts } from '../../../kinds/orders/source.ts';
import { lineItemTable } from '../../../kinds/orders/line-item-export/table.ts';
import { connectionsOf, pagesOf } from '../products/connections.ts';
import { columns, fields } from './columns.ts';
import { mapDocuments } from './map.ts';

/**
 * The order export of Shopify's admin, with the full header, its newer spelling, or reduced; orders of the Admin API,
 * as REST and GraphQL answer them and as bulk operations write them.
 */
export const shopify = defineOrderSource({
  name: 'shopify',
  label: 'Shopify order export',
  metadata: {
    files:
      'CSV of the admin, Orders, Export; JSON of the Admin API, REST or GraphQL; JSONL of a bulk operation',
    needs: ['the currency, where the file has no column for it'],
    maps: {
      orderId: 'Id, else Name',
      orderNumber: 'Name without #',
      status: 'Financial Status, Fulfillment Status, Cancelled at and Refunded Amount',
      totalCents: 'Total',
      orderedAt: 'Created at',
      customer: 'Email, and the name of Billing Name, else of Shipping Name',
      items: 'every row with a Lineitem cell; products by SKU, then by title, in the catalog',
      refundAmountCents:
        'Refunded Amount; the transactions of refunds, or totalRefundedSet (GraphQL), converted from the buyer’s currency by the two totals of the order',
      properties: 'Discount Code, Discount Amount, Shipping, Taxes, Source, Tags',
    },
    assumes: [
      'a row without Name belongs to the row above',
      'Lineitem price is the price of one piece before the discount of the line',
      'money goes back by transactions of the kind refund with the status success (REST)',
      'an order in CSV whose Payment Method is the Bogus Gateway is a test',
      'an order whose payment is pending is a sale once it was delivered: it is paid at the door',
      'a refund above the total of the order is a mistake, and left out with a warning',
      'an order was placed when it was created, also where it was imported later (REST)',
    ],
  },
  marksPending: true,
  marksTests: true,
  needsCatalog: true,
  totalsRule: 'shopify',
  unusable: [
    {
      label: 'a Shopify product export',
      columns: ['Handle', 'Title', 'Variant Price'],
      ...holdsProducts,
    },
    {
      label: 'a Shopify product export',
      columns: ['URL handle', 'Title', 'Price'],
      ...holdsProducts,
    },
    { label: 'a Shopify product list', columns: ['id', 'body_html', 'variants'], ...holdsProducts },
  ],
  table: lineItemTable(columns),
  documents: {
    required: ['id'],
    mark: {
      says: 'financial_status or displayFinancialStatus',
      isOn: (fields) => 'financial_status' in fields || 'displayFinancialStatus' in fields,
    },
    fields,
    envelopes: ['orders', 'order', 'data.order', ...connectionsOf('orders')],
    paging: pagesOf('orders'),
    errorIn,
    keyOf: ({ id, __parentId: parent }) => textOf(parent) ?? globalIdOf(id),
    membersOf: ({ id, __parentId: parent }) =>
      parent === undefined ? [] : [globalIdOf(id)].filter((one) => one !== undefined),
    map: mapDocuments,
  },
});

/** The id of GraphQL: `gid://shopify/Order/1`. Undefined where it is another one. */
function globalIdOf(id: unknown): string | undefined {
  return typeof id === 'string' && id.startsWith('gid://') ? id : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
