import type { RowFields } from '../versions/row-versions.ts';

/** What an export with an order's cells on its first row and one line a row can say. */
export type Field =
  | 'name'
  | 'id'
  | 'email'
  | 'financialStatus'
  | 'paidAt'
  | 'fulfillmentStatus'
  | 'cancelledAt'
  | 'createdAt'
  | 'currency'
  | 'total'
  | 'shipping'
  | 'taxes'
  | 'refundedAmount'
  | 'discountCode'
  | 'discountAmount'
  | 'source'
  | 'paymentMethod'
  | 'tags'
  | 'billingName'
  | 'shippingName'
  | 'lineQuantity'
  | 'lineName'
  | 'linePrice'
  | 'lineSku'
  /** What tells pieces of one product apart, where a column of its own says it. */
  | 'lineVariant';

/** Which of them say something of the order, and which of a line. */
export const rowFields = {
  own: [
    'name',
    'id',
    'email',
    'financialStatus',
    'paidAt',
    'fulfillmentStatus',
    'cancelledAt',
    'createdAt',
    'currency',
    'total',
    'shipping',
    'taxes',
    'refundedAmount',
    'discountCode',
    'discountAmount',
    'source',
    'paymentMethod',
    'tags',
    'billingName',
    'shippingName',
  ],
  line: ['lineQuantity', 'lineName', 'linePrice', 'lineSku', 'lineVariant'],
  whole: ['total'],
  email: 'email',
} as const satisfies RowFields<Field>;
