/** Members that are read. Source: the vendor's reference of the objects product and price. */
export const fields = [
  'id',
  'object',
  'active',
  'name',
  'description',
  'images',
  'url',
  'default_price',
  'created',
  'product',
  'currency',
  'unit_amount',
  'nickname',
  'recurring',
] as const;
