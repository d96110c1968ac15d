import { headingsOf, type OrderField } from '../../../kinds/orders/order-table/fields.ts';
import type { Columns } from '../../../table/columns.ts';

const own = {
  mode: ['Mode'],
  captured: ['Captured'],
  description: ['Description'],
} as const;

export type Own = keyof typeof own;

/** Source: the columns of the export as several public programs read them. */
export const columns: Columns<OrderField | Own> = {
  fields: headingsOf<Own>(
    {
      orderId: ['id'],
      orderedAt: ['Created date (UTC)', 'Created (UTC)'],
      status: ['Status'],
      total: ['Amount'],
      currency: ['Currency'],
      refund: ['Amount Refunded'],
      email: ['Customer Email'],
      customerId: ['Customer ID'],
      customerName: ['Card Name'],
    },
    own,
  ),
  required: ['orderId', 'orderedAt', 'status', 'total', 'currency', 'email'],
  anyOf: [],
  ignored: [
    /\(metadata\)$/,
    /^(converted|card|dispute|disputed|shipping|checkout|application|destination|payment|paymentintent|transfer|refunded) /,
    /^card$/,
    /^(fee|tax|taxes on fee|transfer|destination|seller message|decline reason|statement descriptor)$/,
    /^(customer (description|phone)|invoice (id|number)|amount captured|is link|on behalf of)$/,
  ],
};
