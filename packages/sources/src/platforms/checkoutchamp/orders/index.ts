import { errorText } from '../../../documents/error-text.ts';
import { defineOrderSource } from '../../../kinds/orders/source.ts';
import { about } from './about.ts';
import { fields } from './columns.ts';
import { mapDocument } from './map.ts';

/** Answers of the order query of CheckoutChamp, which was Konnektive, and what its webhooks send. */
export const checkoutchamp = defineOrderSource({
  name: 'checkoutchamp',
  label: 'CheckoutChamp or Konnektive order list',
  about,
  marksPending: true,
  marksTests: true,
  needsCatalog: false,
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
