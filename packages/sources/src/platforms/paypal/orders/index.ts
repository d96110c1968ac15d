import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { columns } from './columns.ts';
import { paymentOf } from './entry.ts';
import { mapRows } from './map.ts';

/** The activity download of PayPal: each payment of a customer is taken for an order. */
export const paypal = defineOrderSource({
  name: 'paypal',
  label: 'PayPal activity download',
  metadata: {
    files: 'CSV, from Reports > Activity download, in English',
    needs: [
      'the order of day and month',
      'the time zone, where the file has one that is not known',
    ],
    maps: {
      orderId: 'Transaction ID of the payment',
      orderNumber: 'Invoice Number',
      status: 'Status: Completed is placed, Refunded and Reversed are refunded',
      totalCents: 'Gross, in Currency',
      orderedAt: 'Date, Time and TimeZone',
      customer: 'From Email Address, Name',
      items:
        'Item Title, Item ID, Quantity of the rows Shopping Cart Item, else of the payment; products by Item ID as SKU, then by title, in the catalog',
      refundAmountCents:
        'the sum of the completed refunds, reversals and chargebacks whose Reference Txn ID is the payment',
      properties: 'Shipping and Handling Amount, Sales Tax',
    },
    assumes: [
      'no real file was at hand: columns are those that public programs read, types and states those of the vendor’s reference',
      'money that came in by a type with the word Payment is a sale; authorisations, holds, transfers, conversions, payouts, fees and everything that was paid out are not, and skipped',
      'money that came in by another type is refused: nobody can tell what for',
      'what was delivered is not known, so that a paid order is placed',
      'a payment that is pending, held or under review is not paid yet; one that failed, was denied, cancelled or returned is skipped',
      'a refund without its payment in the input is skipped and counted: give the files of both together',
      'a refund in another currency is left out with a warning',
    ],
  },
  marksPending: true,
  marksTests: false,
  needsCatalog: true,
  unusable: [
    {
      label: 'a PayPal statement',
      columns: ['Description', 'Gross', 'Net', 'Balance', 'Transaction ID'],
      reason: 'it does not say of payments whether they were completed or refunded',
      nextStep: 'Download the activity instead: Reports > Activity download, as CSV.',
    },
  ],
  table: {
    columns,
    trailingCellsMayBeCut: false,
    isScattered: true,
    keyOf: paymentOf,
    map: mapRows,
  },
});
