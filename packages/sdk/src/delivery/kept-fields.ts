/** Fields of a variant that are gone where a list of variants is sent without them. */
export const keptFields = [
  'sku',
  'priceCents',
  'compareAtPriceCents',
  'imageUrl',
  'inventoryQuantity',
  'options',
] as const;

export type KeptField = (typeof keptFields)[number];
