/** Keys that the option `map` can name. */
export const fields = [
  'orderId',
  'clientOrderId',
  'actualOrderId',
  'orderStatus',
  'fulfillmentStatus',
  'recurringStatus',
  'totalAmount',
  'totalPrice',
  'orderTotal',
  'currencyCode',
  'dateCreated',
  'timeCreated',
  'emailAddress',
  'customerId',
  'firstName',
  'lastName',
  'cardType',
  'items',
  ...[1, 2, 3, 4, 5].flatMap((number) =>
    ['name', 'sku', 'crmId', 'externalId', 'campaignProductId', 'price', 'qty'].map(
      (member) => `product${String(number)}_${member}`,
    ),
  ),
] as const;
