import type { RowFields } from '../versions/row-versions.ts';

const ownFields = [
  'orderId',
  'orderNumber',
  'orderedAt',
  'status',
  'total',
  'currency',
  'refund',
  'email',
  'customerId',
  'customerName',
  'firstName',
  'lastName',
  'shipping',
  'taxes',
  'discount',
  'discountCode',
  'paymentMethod',
] as const;

export const lineFields = [
  'lineProductId',
  'lineVariantId',
  'lineSku',
  'lineTitle',
  'lineVariant',
  'lineQuantity',
  // Of one piece.
  'linePrice',
  // Of all pieces together.
  'lineSum',
] as const;

/** What the order table of any platform can say. */
export type OrderField = (typeof ownFields)[number] | (typeof lineFields)[number];

type Headings = readonly string[];

/** The headings of a platform: those of the common fields that it has, and its own fields. */
export function headingsOf<Own extends string = never>(
  common: Partial<Readonly<Record<OrderField, Headings>>>,
  own: Readonly<Record<Own, Headings>>,
): Readonly<Record<OrderField | Own, Headings>> {
  const none = [...ownFields, ...lineFields].map((field): [string, Headings] => [field, []]);
  // Object.fromEntries forgets the keys: there is an entry for each.
  const all = Object.fromEntries(none) as Record<OrderField, Headings>;
  return { ...all, ...common, ...own };
}

/** Which fields say something of the order, and which of a line. */
export function rowFieldsOf<Own extends string>(
  fields: readonly (OrderField | Own)[],
): RowFields<OrderField | Own> {
  const line: readonly (OrderField | Own)[] = lineFields;
  return {
    own: fields.filter((field) => !line.includes(field)),
    line,
    whole: ['total'],
    email: 'email',
  };
}
