import { defineOrderSource, holdsProducts } from '../../../kinds/orders/source.ts';
import { columns } from './columns.ts';
import { mapDocument, orderKeys } from './documents.ts';
import { mapRows } from './map.ts';

/** Files with the API's own field names. */
export const generic = defineOrderSource({
  name: 'generic',
  label: 'Sequenzy order file',
  isGeneral: true,
  metadata: {
    files: 'CSV, TSV, JSON or NDJSON with the field names of the API',
    needs: ['the currency, where the file has none', 'the time zone, where times have no offset'],
    maps: {
      orderId: 'orderId; rows with the same one are one order, wherever they stand',
      totalCents:
        'total or totalCents; in JSON also an amount that names its currency: { amount, currency }',
      orderedAt: 'orderedAt',
      customer: 'email, externalId, firstName, lastName, attributes.*',
      items:
        'itemProductId (else looked up or made by itemSku and itemTitle), itemTitle, itemQuantity, itemPrice, … of every row',
      customerTotals: 'customerOrdersCount with customerTotalSpent or customerTotalSpentCents',
      properties: 'properties.*',
    },
    assumes: [
      'a line without a column of quantities is one piece',
      'an order without status is placed',
      'updatedAt tells which state of an order is the later one',
      'an order with yes, true or 1 as test is a test order, and is skipped',
    ],
  },
  marksPending: false,
  marksTests: true,
  // Only lines without a product id are looked up.
  needsCatalog: true,
  derivesIds: false,
  unusable: [
    { label: 'a list of products', columns: ['products'], ...holdsProducts },
    { label: 'a list of one product', columns: ['product'], ...holdsProducts },
  ],
  table: {
    columns,
    trailingCellsMayBeCut: false,
    keyOf: (row) => row.get('orderId') || undefined,
    map: mapRows,
  },
  documents: {
    required: ['orderId', 'customer', 'orderedAt'],
    fields: orderKeys,
    envelopes: ['orders', 'order'],
    map: mapDocument,
  },
});
