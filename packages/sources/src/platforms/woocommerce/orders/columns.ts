/** Keys that the option `map` can name. */
export const fields = [
  'id',
  'number',
  'status',
  'currency',
  'total',
  'date_created',
  'date_created_gmt',
  'customer_id',
  'billing',
  'line_items',
  'refunds',
] as const;
