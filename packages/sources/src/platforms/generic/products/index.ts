import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns, productFields } from './columns.ts';
import { mapDocument } from './documents.ts';
import { mapRows } from './map.ts';

/** Files with the API's own field names. */
export const generic = defineSource({
  name: 'generic',
  label: 'Sequenzy product file',
  isGeneral: true,
  marksUnpublished: false,
  about,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    // Without a column of variant ids each row says all there is to say about its product.
    keyOf: (row) => (row.has('variantId') && row.get('productId')) || undefined,
    map: mapRows,
  },
  documents: {
    required: columns.required,
    fields: [...productFields, 'variants'],
    envelopes: ['products'],
    map: mapDocument,
  },
});
