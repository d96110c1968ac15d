import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

/** Source: two public descriptions of the export, column by column. */
export const columns: Columns<OrderField> = {
  fields: headingsOf(
    {
      orderId: ['Order'],
      orderNumber: ['Order Name'],
      orderedAt: ['Order Date'],
      status: ['Fulfillment Status'],
      currency: ['Currency'],
      shipping: ['Order Shipping Price'],
      taxes: ['Order Tax Total'],
      total: ['Order Total'],
      refund: ['Order Refunded Amount'],
      email: ['Recipient Email'],
      customerName: ['Recipient Name'],
      lineQuantity: ['Item Quantity'],
      lineTitle: ['Item Name'],
      lineSku: ['Item SKU'],
      lineVariant: ['Item Variation'],
      linePrice: ['Item Price'],
    },
    {},
  ),
  required: ['orderId', 'orderedAt', 'status', 'total', 'email', 'lineTitle'],
  anyOf: [],
  ignored: [
    'Order Subtotal',
    /^fulfillment (date|type|location|notes)$/,
    'Channels',
    /^recipient (phone|address|address 2|postal code|city|region|country)$/,
    'Item Modifiers',
    'Item Options Total Price',
    'Item Total Price',
  ],
};
