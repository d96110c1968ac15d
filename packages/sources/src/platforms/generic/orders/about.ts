import type { About } from '../../../reading/format.ts';

export const about: About = {
  files: 'CSV, TSV, JSON or NDJSON with the field names of the API',
  needs: ['the currency, where the file has none', 'the time zone, where times have no offset'],
  maps: {
    orderId: 'orderId; rows with the same one are one order, wherever they stand',
    totalCents:
      'total or totalCents; in JSON also an amount that names its currency: { amount, currency }',
    orderedAt: 'orderedAt',
    customer: 'email, externalId, firstName, lastName, attributes.*',
    items: 'itemProductId, itemTitle, itemQuantity, itemPrice, … of every row',
    customerTotals: 'customerOrdersCount with customerTotalSpent or customerTotalSpentCents',
    properties: 'properties.*',
  },
  assumes: [
    'a line without a column of quantities is one piece',
    'an order without status is placed',
    'updatedAt says only which version of an order is the later one',
    'an order with yes, true or 1 as test is a test order, and is skipped',
  ],
};
