/** Members that are read. Source: OpenAPI "Fanfare Admin API" 1.0.0; of a variant, see {@link doubtful}. */
export const fields = [
  'id',
  'name',
  'url',
  'description',
  'organizationId',
  'archived',
  'createdAt',
  'defaultVariantId',
  'productMediaAssets',
  'variants',
  'quantity',
  'inventoryPolicy',
  'currency',
] as const;

/** Members of a variant that no documentation names, as `map` calls them, and under which names they are looked for. */
export const doubtful = {
  quantity: ['quantity', 'inventoryQuantity'],
  inventoryPolicy: ['inventoryPolicy'],
  currency: ['currency', 'currencyCode'],
} as const;
