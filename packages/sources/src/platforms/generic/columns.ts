import type { Columns } from '../../table/header.ts';

/** Options of a variant that a row can hold: `option1Name`, `option1Value`, … */
export const optionNumbers = [1, 2, 3] as const;

type OptionNumber = (typeof optionNumbers)[number];

export const productFields = [
  'productId',
  'title',
  'description',
  'imageUrl',
  'url',
  'price',
  'priceCents',
  'compareAtPrice',
  'compareAtPriceCents',
  'currency',
  'inStock',
  'providerCreatedAt',
] as const;

export const variantFields = [
  'variantId',
  'variantTitle',
  'variantSku',
  'variantPrice',
  'variantPriceCents',
  'variantCompareAtPrice',
  'variantCompareAtPriceCents',
  'variantImageUrl',
  'variantInStock',
  'variantInventoryQuantity',
] as const;

export type ProductField = (typeof productFields)[number];

export type Field =
  | ProductField
  | (typeof variantFields)[number]
  | `option${OptionNumber}Name`
  | `option${OptionNumber}Value`;

/** Everything that belongs to the variant of a row. */
export const variantCells: readonly Field[] = [
  ...variantFields,
  ...optionNumbers.flatMap((n) => [`option${n}Name`, `option${n}Value`] as const),
];

/** What the API answers and does not take: a list that was fetched can be sent back. */
export const answeredOnly = [
  'id',
  'provider',
  'providerProductId',
  'createdAt',
  'updatedAt',
  'digitalDelivery',
] as const;

/** Source of the names: the vendor's reference page "products upsert". */
export const columns: Columns<Field> = {
  // Each field goes by its own name.
  fields: Object.fromEntries(
    [...productFields, ...variantCells].map((field) => [field, [field]]),
  ) as unknown as Record<Field, string[]>,
  required: ['productId', 'title'],
  anyOf: [],
  ignored: answeredOnly,
};
