import type { Columns } from '../../../table/header.ts';

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

export type ItemField = (typeof itemFields)[number];

export type Field =
  | (typeof orderFields)[number]
  | (typeof customerFields)[number]
  | (typeof totalsFields)[number]
  | ItemField;

/** Source of the names: the vendor's reference page "orders create". */
export const columns: Columns<Field> = {
  // Each field goes by its own name.
  fields: Object.fromEntries(
    [...orderFields, ...customerFields, ...totalsFields, ...itemFields].map((field) => [
      field,
      [field],
    ]),
  ) as unknown as Record<Field, string[]>,
  required: ['orderId', 'email', 'orderedAt'],
  anyOf: ['total', 'totalCents'],
  families: ['attributes.', 'properties.'],
  ignored: [],
};
