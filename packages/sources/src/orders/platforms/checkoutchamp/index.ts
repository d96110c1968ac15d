import { errorText } from '../../../json/error-text.ts';
import { defineOrderSource } from '../../source.ts';
import { documentFields, mapDocument } from './map.ts';

/** Answers of the order query of CheckoutChamp, which was Konnektive. */
export const checkoutchamp = defineOrderSource({
  name: 'checkoutchamp',
  label: 'CheckoutChamp or Konnektive order query',
  about: {
    files: 'JSON of the endpoint /order/query/',
    needs: ['the time zone of the account', 'the currency, where orders have no currencyCode'],
    maps: {
      orderId: 'orderId',
      status:
        'orderStatus: COMPLETE is placed, or fulfilled where fulfillmentStatus is SHIPPED or DELIVERED; PARTIAL and DECLINED are no sales',
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
  },
  marksPending: false,
  marksTests: true,
  needsCatalog: false,
  documents: {
    required: ['orderId', 'orderStatus', 'dateCreated', 'totalAmount'],
    fields: documentFields,
    envelopes: ['message.data', 'data'],
    keyedEnvelopes: ['message.data', 'data'],
    paging: {
      total: ['message.totalResults', 'totalResults'],
      nextStep: 'Query the other pages too (resultsPerPage, page), and give all files together.',
    },
    saysNone: ({ result, message }) =>
      result === 'ERROR' && typeof message === 'string' && /^no orders matching/i.test(message),
    errorIn: ({ result, message }) => (result === 'ERROR' ? errorText(message) : undefined),
    map: mapDocument,
  },
});
