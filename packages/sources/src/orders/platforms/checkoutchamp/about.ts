import type { About } from '../../../source.ts';

export const about: About = {
  files: 'JSON of the endpoint /order/query/',
  needs: ['the time zone of the account', 'the currency, where orders have no currencyCode'],
  maps: {
    orderId: 'orderId',
    status:
      'orderStatus: COMPLETE is placed, or fulfilled where fulfillmentStatus is SHIPPED or DELIVERED; PARTIAL and DECLINED are not sales',
    totalCents: 'totalAmount',
    orderedAt: 'dateCreated',
    customer: 'emailAddress, customerId, firstName, lastName',
    items: 'items, a list or an object by id',
    properties: 'orderType, campaignId, campaignName, affId, UTMSource',
  },
  assumes: [
    'dateCreated is in the time zone of the account',
    'the price of an item is that of one piece',
    'a refunded order was refunded in full',
  ],
};
