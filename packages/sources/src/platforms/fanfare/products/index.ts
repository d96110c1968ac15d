import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { fields } from './columns.ts';
import { keyOf, mapDocuments } from './map.ts';
import { notes } from './notes.ts';

/** Products of Fanfare's Admin API. */
export const fanfare = defineSource({
  name: 'fanfare',
  label: 'Fanfare list of products',
  marksUnpublished: true,
  about,
  notes,
  documents: {
    required: ['id', 'name', 'organizationId', 'archived'],
    fields,
    envelopes: ['data'],
    paging: {
      more: ['pageInfo.hasNextPage'],
      nextStep: 'Ask for the other pages too, or leave that to catalog sync --from fanfare.',
    },
    renamedWithin: 'variants',
    keyOf,
    map: mapDocuments,
  },
});
