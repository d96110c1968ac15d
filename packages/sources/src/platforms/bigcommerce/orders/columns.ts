import type { Columns } from '../../../table/columns.ts';

const headings = {
  orderId: ['Order ID'],
  email: ['Customer Email'],
  customerId: ['Customer ID'],
  customerName: ['Customer Name'],
  orderedAt: ['Order Date'],
  status: ['Order Status'],
  total: ['Order Total (inc tax)'],
  currency: ['Order Currency Code'],
  refund: ['Refund Amount'],
  products: ['Product Details'],
  shipping: ['Shipping Cost (inc tax)'],
  taxes: ['Tax Total'],
  paymentMethod: ['Payment Method'],
} as const;

export type Field = keyof typeof headings;

/** Source: the platform's help about its order export; no real file was at hand. */
export const columns: Columns<Field> = {
  fields: headings,
  required: ['orderId', 'email', 'orderedAt', 'status', 'total', 'products'],
  anyOf: [],
  ignored: [
    /^(billing|shipping|shipment|subtotal|handling|gift certificate|channel|customer group) /,
    /^shipping cost/,
    /^handling cost/,
    'Customer Phone',
    'Order Total (ex tax)',
    'Total Quantity',
    'Total Shipped',
    'Date Shipped',
    'Ship Method',
    'Store Credit Redeemed',
    'Coupon Details',
    'Exchange Rate',
    'Order Notes',
    'Customer Message',
    'Transaction ID',
    'Order Source',
    'Combined Product Weight',
  ],
};
