/** Keys that the option `map` can name. */
export const fields = [
  'order_id',
  'order_status',
  'order_total',
  'time_stamp',
  'acquisition_date',
  'email_address',
  'customer_id',
  'first_name',
  'last_name',
  'amount_refunded_to_date',
  'products',
] as const;
