import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

/** The products of an order in one cell. */
export type Own = 'products';

/** Source: the platform's help about its order export; no real file was at hand. */
export const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['Order ID'],
      email: ['Customer Email'],
      customerId: ['Customer ID'],
      customerName: ['Customer Name'],
      orderedAt: ['Order Date'],
      status: ['Order Status'],
      total: ['Order Total (inc tax)'],
      currency: ['Order Currency Code'],
      refund: ['Refund Amount'],
      shipping: ['Shipping Cost (inc tax)'],
      taxes: ['Tax Total'],
      paymentMethod: ['Payment Method'],
      lineProductId: ['Product ID'],
      lineSku: ['Product SKU'],
      lineTitle: ['Product Name'],
      lineVariant: ['Product Variation Details'],
      lineQuantity: ['Product Qty'],
      linePrice: ['Product Unit Price'],
      lineSum: ['Product Total Price'],
    },
    { products: ['Product Details'] },
  ),
  required: ['orderId', 'email', 'orderedAt', 'status', 'total'],
  anyOf: ['products', 'lineTitle', 'lineSku'],
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
    'Product Weight',
  ],
};
