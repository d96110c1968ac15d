import { type Columns, ownNames } from '../../../table/columns.ts';
import type { RowFields } from '../../../kinds/orders/versions/row-versions.ts';

export const orderFields = [
  'orderId',
  'orderNumber',
  'status',
  'total',
  'totalCents',
  'currency',
  'orderedAt',
  'refundAmount',
  'refundAmountCents',
  'test',
  'updatedAt',
] as const;

export const customerFields = ['email', 'externalId', 'firstName', 'lastName'] as const;

export const totalsFields = [
  'customerOrdersCount',
  'customerTotalSpent',
  'customerTotalSpentCents',
] as const;

export const itemFields = [
  'itemProductId',
  'itemTitle',
  'itemQuantity',
  'itemPrice',
  'itemPriceCents',
  'itemVariantId',
  'itemSku',
  'itemVariantTitle',
] as const;

/** A column whose cells hold all lines of an order as JSON. */
export const listFields = ['items'] as const;

type ItemField = (typeof itemFields)[number];

export type Field =
  | (typeof orderFields)[number]
  | (typeof customerFields)[number]
  | (typeof totalsFields)[number]
  | (typeof listFields)[number]
  | ItemField;

/** Which of them say something of the order, and which of a line. */
export const rowFields: RowFields<Field> = {
  own: [...orderFields, ...customerFields, ...totalsFields, ...listFields],
  line: itemFields,
  families: ['attributes.', 'properties.'],
  whole: ['total', 'totalCents'],
  email: 'email',
};

/** Source of the names: the vendor's reference page "orders create". */
export const columns: Columns<Field> = {
  fields: ownNames([
    ...orderFields,
    ...customerFields,
    ...totalsFields,
    ...listFields,
    ...itemFields,
  ]),
  required: ['orderId', 'email', 'orderedAt'],
  anyOf: ['total', 'totalCents'],
  families: ['attributes.', 'properties.'],
  ignored: [],
};
