/** Keys that the option `map` can name. */
export const fields = [
  'orderId',
  'orderStatus',
  'fulfillmentStatus',
  'totalAmount',
  'currencyCode',
  'dateCreated',
  'emailAddress',
  'customerId',
  'firstName',
  'lastName',
  'items',
] as const;
