import type { About } from '../../../reading/format.ts';

export const about: About = {
  files: 'CSV of the admin, Orders, Export; JSON of the Admin REST API; JSONL of a bulk operation',
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
      'Refunded Amount; the transactions of refunds (REST), or totalRefundedSet (bulk), converted from the buyer’s currency by the two totals of the order',
    properties: 'Discount Code, Discount Amount, Shipping, Taxes, Source, Tags',
  },
  assumes: [
    'a row without Name belongs to the row above',
    'Lineitem price is the price of one piece before the discount of the line',
    'money goes back by transactions of the kind refund with the status success (REST)',
    'an order whose payment is pending is a sale once it was delivered: it is paid at the door',
    'a refund above the total of the order is a mistake, and left out with a warning',
    'an order was placed when it was created, also where it was imported later (REST)',
  ],
};
