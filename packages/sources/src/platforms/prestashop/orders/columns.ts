import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

/** Names of the platform's database. Source: its public code. */
export const columns: Columns<OrderField> = {
  fields: headingsOf(
    {
      orderId: ['id_order'],
      orderNumber: ['reference'],
      orderedAt: ['date_add'],
      status: ['order_state', 'current_state'],
      total: ['total_paid_tax_incl'],
      currency: ['iso_code', 'currency'],
      shipping: ['total_shipping_tax_incl'],
      discount: ['total_discounts_tax_incl'],
      paymentMethod: ['payment'],
      email: ['email'],
      customerId: ['id_customer'],
      firstName: ['firstname'],
      lastName: ['lastname'],
      lineProductId: ['product_id'],
      lineVariantId: ['product_attribute_id'],
      lineSku: ['product_reference'],
      lineTitle: ['product_name'],
      lineQuantity: ['product_quantity'],
      linePrice: ['unit_price_tax_incl'],
    },
    {},
  ),
  required: ['orderId', 'orderedAt', 'status', 'total', 'email'],
  anyOf: [],
  ignored: [
    /^(total|id|product|unit|invoice|delivery|gift|conversion|original|reduction|tax|round)_/,
    /^(carrier|secure_key|module|recyclable|valid|note|date_upd|mobile_theme)$/,
  ],
};
