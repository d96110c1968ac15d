import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { fields } from './columns.ts';
import { errorIn } from './error.ts';
import { keyOf, mapDocuments } from './map.ts';
import { notes } from './notes.ts';

/** Products and prices of Stripe. */
export const stripe = defineSource({
  name: 'stripe',
  label: 'Stripe list of products and prices',
  marksUnpublished: true,
  about,
  notes,
  documents: {
    required: ['id', 'object', 'active'],
    mark: {
      says: 'object "product" or "price"',
      isOn: ({ object }) => object === 'product' || object === 'price',
    },
    fields,
    envelopes: ['data'],
    paging: {
      more: ['has_more'],
      list: 'url',
      nextStep: 'List the other pages too (limit, starting_after), and give all files together.',
    },
    errorIn,
    keyOf,
    map: mapDocuments,
  },
});
