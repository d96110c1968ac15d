import { type Columns, ownNames } from '../../../table/columns.ts';

/** The options of a variant that a row can hold. */
export const optionColumns = [
  { name: 'option1Name', value: 'option1Value' },
  { name: 'option2Name', value: 'option2Value' },
  { name: 'option3Name', value: 'option3Value' },
] as const;

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

/** Columns whose cells hold a list as JSON: all variants of a product, the options of a variant. */
export const listFields = ['variants', 'options'] as const;

export type ProductField = (typeof productFields)[number];

export type Field =
  | ProductField
  | (typeof listFields)[number]
  | (typeof variantFields)[number]
  | (typeof optionColumns)[number]['name' | 'value'];

/** Everything that belongs to the variant of a row. */
export const variantCells: readonly Field[] = [
  ...variantFields,
  ...optionColumns.flatMap(({ name, value }) => [name, value]),
  'options',
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
  fields: ownNames([...productFields, 'variants', ...variantCells]),
  required: ['productId', 'title'],
  anyOf: [],
  ignored: answeredOnly,
};
