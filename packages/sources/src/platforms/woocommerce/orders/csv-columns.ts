import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

const own = {
  paidAt: ['paid_date'],
  accountEmail: ['customer_email'],
  coupons: ['coupon_items'],
  coupon: ['Coupon Code'],
  refunds: ['refund_items'],
  firstLine: ['line_item_1'],
  paymentTitle: ['payment_method_title'],
} as const;

export type Own = keyof typeof own;

/**
 * Two plug-ins: headings with `_` are those of WebToffee (and of Customer/Order/Coupon Export), the others those of
 * Advanced Order Export. Source: their public code.
 */
export const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['order_id'],
      orderNumber: ['order_number'],
      orderedAt: ['order_date'],
      status: ['status', 'Order Status'],
      shipping: ['shipping_total', 'Order Shipping Amount'],
      taxes: ['tax_total', 'Order Total Tax Amount'],
      discount: ['discount_total', 'Cart Discount Amount'],
      total: ['order_total', 'Order Total Amount'],
      refund: ['refunded_total', 'Order Refund Amount'],
      currency: ['order_currency', 'Currency'],
      paymentMethod: ['payment_method'],
      customerId: ['customer_id', 'Customer User ID'],
      email: ['billing_email', 'Email (Billing)'],
      firstName: ['billing_first_name', 'First Name (Billing)'],
      lastName: ['billing_last_name', 'Last Name (Billing)'],
      customerName: ['billing_full_name', 'Full Name (Billing)'],
      lineProductId: ['item_product_id', 'Product Id'],
      lineVariantId: ['item_variation_id', 'Variation Id'],
      lineSku: ['item_sku', 'SKU'],
      lineTitle: ['item_name', 'Name'],
      lineQuantity: ['item_quantity', 'Quantity'],
      linePrice: ['Item Cost', 'item_price'],
      lineSum: ['item_total', 'Order Line Total'],
    },
    own,
  ),
  required: ['orderedAt', 'status', 'total', 'email'],
  anyOf: ['firstLine', 'lineTitle', 'lineSku'],
  families: ['line_item_'],
  ignored: [
    /^(billing|shipping|fee|tax|meta:|wt|cart|product item|total|customer) /,
    /^(billing|shipping|fee|tax|item|wt|cart)_/,
    /^meta:/,
    /\((billing|shipping)\)$/,
    /^(cart discount|order (shipping|tax|total|line)) /,
    /\(- refund\)$/,
    'Item #',
    'order_discount',
    'order_subtotal',
    'Order Subtotal Amount',
    'order_key',
    'transaction_id',
    'customer_user',
    'customer_ip_address',
    'customer_user_agent',
    'customer_note',
    'order_notes',
    'download_permissions',
    'Shipping Method',
    'Shipping Method Title',
    'Discount Amount',
    'Discount Amount Tax',
    'Coupons Used',
    'Completed Date',
    'Category',
    'Product Variation',
  ],
};
