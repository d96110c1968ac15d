import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

const own = {
  type: ['Type'],
  time: ['Time'],
  zone: ['TimeZone', 'Time Zone'],
  reference: ['Reference Txn ID'],
} as const;

export type Own = keyof typeof own;

/** Source: the header of the activity download, as several public programs have it. */
export const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['Transaction ID'],
      orderNumber: ['Invoice Number'],
      orderedAt: ['Date'],
      status: ['Status'],
      total: ['Gross'],
      currency: ['Currency'],
      email: ['From Email Address'],
      customerName: ['Name'],
      shipping: ['Shipping and Handling Amount'],
      taxes: ['Sales Tax'],
      lineTitle: ['Item Title'],
      lineSku: ['Item ID'],
      lineQuantity: ['Quantity'],
    },
    own,
  ),
  required: ['orderId', 'orderedAt', 'type', 'status', 'total', 'currency', 'email'],
  anyOf: [],
  ignored: [
    'Fee',
    'Net',
    'To Email Address',
    'Balance',
    'Balance Impact',
    /^(shipping address|address (status|line)|counterparty status|insurance amount)/,
    /^option \d (name|value)$/,
    /^(custom number|receipt id|subject|note|contact phone number|auction site|buyer id)$/,
    /^(town\/city|state\/province|zip\/postal code|country|country code|item url|closing date)/,
    /^(escrow id|invoice id|tip|discount|coupons|loyalty card number|authorization review status)$/,
    /^(protection eligibility|transaction event code|payment tracking id|bank reference id)$/,
  ],
};
