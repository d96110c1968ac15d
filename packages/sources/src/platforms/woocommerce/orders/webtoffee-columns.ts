import type { Columns } from '../../../table/columns.ts';

const headings = {
  orderId: ['order_id'],
  orderNumber: ['order_number'],
  orderedAt: ['order_date'],
  paidAt: ['paid_date'],
  status: ['status'],
  shipping: ['shipping_total'],
  taxes: ['tax_total'],
  discount: ['discount_total'],
  total: ['order_total'],
  currency: ['order_currency'],
  paymentMethod: ['payment_method'],
  customerId: ['customer_id'],
  customerEmail: ['customer_email'],
  email: ['billing_email'],
  firstName: ['billing_first_name'],
  lastName: ['billing_last_name'],
  coupons: ['coupon_items'],
  refunds: ['refund_items'],
  firstLine: ['line_item_1'],
} as const;

export type Field = keyof typeof headings;

/** Source: the public code of the plug-in. */
export const columns: Columns<Field> = {
  fields: headings,
  required: ['orderId', 'orderedAt', 'status', 'total', 'email', 'firstLine'],
  anyOf: [],
  families: ['line_item_'],
  ignored: [
    /^(billing|shipping|fee|tax|meta:|wt|cart)/,
    'order_discount',
    'order_subtotal',
    'order_key',
    'payment_method_title',
    'transaction_id',
    'customer_user',
    'customer_ip_address',
    'customer_user_agent',
    'customer_note',
    'order_notes',
    'download_permissions',
  ],
};
