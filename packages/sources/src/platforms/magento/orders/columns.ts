import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

const own = {
  /** In the currency of the order. */
  purchased: ['Grand Total (Purchased)'],
  billTo: ['Bill-to Name'],
} as const;

export type Own = keyof typeof own;

/** Source: the vendor's documentation of the order grid, and public code that reads its export. */
export const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['ID'],
      orderedAt: ['Purchase Date'],
      status: ['Status'],
      total: ['Grand Total (Base)'],
      refund: ['Total Refunded'],
      email: ['Customer Email'],
      customerName: ['Customer Name'],
      shipping: ['Shipping and Handling'],
      paymentMethod: ['Payment Method'],
    },
    own,
  ),
  required: ['orderId', 'orderedAt', 'status', 'total', 'email'],
  anyOf: [],
  ignored: [
    'Purchase Point',
    'Ship-to Name',
    /^(billing|shipping) (address|information)$/,
    'Customer Group',
    'Subtotal',
    'Signifyd Guarantee Decision',
    'Allocated sources',
    'Braintree Transaction Source',
    'Pickup Location Code',
    'Action',
  ],
};
