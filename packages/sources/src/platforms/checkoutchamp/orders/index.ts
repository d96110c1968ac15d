import { errorText } from '../../../documents/shown.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { mapDocument } from './map.ts';

/** Keys that the option `map` can name. */
const fields = [
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

/** Answers of the order query of CheckoutChamp, which was Konnektive, and what its webhooks send. */
export const checkoutchamp = defineOrderSource({
  name: 'checkoutchamp',
  label: 'CheckoutChamp or Konnektive order list',
  metadata: {
    files:
      'JSON of the endpoint /order/query/, and bodies of webhooks (export profiles), one, several or one a line; the command line reads the API itself where no file is named',
    needs: ['the time zone of the account', 'the currency, where orders have no currencyCode'],
    maps: {
      orderId: 'clientOrderId, the ten hex digits that query and webhook share, else orderId',
      status:
        'orderStatus: COMPLETE is placed, or fulfilled where fulfillmentStatus or all of the fulfillments are SHIPPED or DELIVERED; PENDING is not paid yet, unless all of it was delivered; DECLINED with delivery and subscription CANCELLED cancels an order that was sent before; other DECLINED and PARTIAL are not sales',
      totalCents: 'totalAmount, else totalPrice, else orderTotal',
      refundAmountCents:
        'refunds and chargebacks of transactions, which the command line asks for; else the total of an order that is REFUNDED',
      orderedAt: 'dateCreated, in a webhook with timeCreated',
      customer: 'emailAddress, customerId, firstName, lastName',
      items:
        'items, a list or an object by id; in a webhook product1_name to product5_qty; a product without id and SKU gets a productId made of its name',
      properties: 'orderType, campaignId, campaignName, affId, UTMSource',
    },
    assumes: [
      'dateCreated is in the time zone of the account',
      'the price of an item is that of one piece',
      'a refunded order was refunded in full, where no transactions stand beside it',
      'where a webhook has orderTotal alone, upsells and shipping are not in the total: map totalPrice in the export profile',
      'an order without currencyCode, whose currencySymbol is the sign of another currency than the given one, is rejected',
      'an order paid with cardType TESTCARD is a test, and so is one with cardLast4 0000 and no cardType',
    ],
  },
  marksPending: true,
  marksTests: true,
  needsCatalog: false,
  derivesIds: true,
  leavesTotalOpen: true,
  documents: {
    required: ['orderStatus'],
    mark: {
      says: 'orderId or clientOrderId with totalAmount, totalPrice or orderTotal',
      isOn: (fields) =>
        ['orderId', 'clientOrderId'].some((key) => key in fields) &&
        ['totalAmount', 'totalPrice', 'orderTotal'].some((key) => key in fields),
    },
    fields,
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
