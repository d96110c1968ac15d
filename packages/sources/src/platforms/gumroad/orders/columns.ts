import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

const own = {
  time: ['Purchase Time (UTC timezone)'],
  account: ['Buyer Email'],
  isRefunded: ['Fully Refunded?'],
  isTrial: ['Free trial purchase?'],
  isPreOrder: ['Pre-order authorization?'],
  isRecurring: ['Recurring Charge?'],
} as const;

export type Own = keyof typeof own;

/** Source: the vendor's public code of the export. */
export const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['Purchase ID'],
      orderNumber: ['Order Number'],
      orderedAt: ['Purchase Date'],
      email: ['Purchase Email'],
      customerName: ['Buyer Name'],
      total: ['Sale Price ($)'],
      refund: ['Partial Refund ($)'],
      taxes: ['Taxes ($)'],
      shipping: ['Shipping ($)'],
      discountCode: ['Discount Code'],
      paymentMethod: ['Payment Type'],
      lineProductId: ['Product ID'],
      lineTitle: ['Item Name'],
      lineVariant: ['Variants'],
      lineSku: ['SKU ID'],
      lineQuantity: ['Quantity'],
      lineSum: ['Subtotal ($)'],
    },
    own,
  ),
  required: ['orderId', 'orderedAt', 'email', 'total', 'lineTitle', 'isRefunded'],
  anyOf: [],
  ignored: [
    /^(paypal|stripe|utm|affiliate) /,
    /^(fees|net total|tip|item price|variants price) \(\$\)$/,
    /^(refunded|disputed|dispute won|do not contact|tax included in price|discover|upsold)\?$/,
    /^(purchasing power parity discounted|sent abandoned cart email)\?$/,
    /^(street address|city|zip code|state|country|referrer|custom fields|giftee email)$/,
    /^(recurrence|affiliate|subscription end date|rating|review|license key|tax type)$/,
    'Cancellation Date',
    'Pre-order authorization time (UTC timezone)',
  ],
};
