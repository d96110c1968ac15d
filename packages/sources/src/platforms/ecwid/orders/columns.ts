import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

const own = {
  paymentStatus: ['payment_status'],
  fulfillmentStatus: ['fulfillment_status', 'shipping_status'],
} as const;

export type Own = keyof typeof own;

/** Source: the fields of an order in the vendor's reference of the API. */
export const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['order_id', 'id'],
      orderNumber: ['order_number', 'vendor_order_number'],
      orderedAt: ['create_date', 'order_date', 'date', 'date_placed', 'created'],
      total: ['total', 'order_total', 'grand_total'],
      currency: ['currency', 'order_currency'],
      refund: ['refunded_amount', 'refund_amount'],
      email: ['email', 'customer_email', 'billing_email'],
      customerId: ['customer_id'],
      customerName: ['customer_name', 'billing_name', 'billing_person_name'],
      shipping: ['shipping', 'shipping_rate', 'shipping_cost', 'shipping_total'],
      taxes: ['tax', 'tax_total', 'taxes'],
      discount: ['discount', 'coupon_discount'],
      discountCode: ['coupon_code', 'discount_coupon', 'coupon'],
      paymentMethod: ['payment_method'],
      lineProductId: ['item_product_id', 'product_id'],
      lineSku: ['item_sku', 'sku', 'product_sku'],
      lineTitle: ['item_name', 'product_name', 'product'],
      lineVariant: ['item_options', 'selected_options'],
      lineQuantity: ['item_quantity', 'quantity', 'product_quantity'],
      linePrice: ['item_price', 'price', 'product_price'],
    },
    own,
  ),
  required: ['paymentStatus', 'fulfillmentStatus', 'orderedAt', 'total', 'email'],
  anyOf: ['orderId', 'orderNumber'],
  ignored: [
    /^(shipping|billing)[ _](name|person|company|street|address|city|country|state|province|zip|postal|phone|method)/,
    /^(subtotal|update_?date|ip_?address|referer|order_?comments|tracking_?number|customer_?group)/,
    /^(usd_?total|public_?uid|internal_?id|private_?admin_?notes|phone|customer_?phone)/,
  ],
};
