import type { Columns } from '../../../table/columns.ts';
import type { Field } from '../../../kinds/orders/line-item-export/field.ts';
import { columns as shopify } from '../../shopify/orders/columns.ts';

/**
 * The header is close to that of another platform, and told from it by `Order ID` and `Lineitem variant`.
 * Source: the header in one public repository.
 */
export const columns: Columns<Field> = {
  ...shopify,
  fields: {
    ...shopify.fields,
    name: ['Order ID'],
    id: [],
    refundedAmount: ['Amount Refunded'],
    source: [],
    tags: [],
    lineVariant: ['Lineitem variant'],
  },
  required: ['name', 'email', 'createdAt', 'total', 'lineName', 'lineVariant'],
  ignored: [...shopify.ignored, 'Private Notes'],
};
