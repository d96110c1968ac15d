import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { keyOf as keyOfDocument, membersOf as membersOfDocument } from './document-links.ts';
import { mapDocuments } from './documents.ts';
import { errorIn } from './error.ts';
import { keyOf, membersOf } from './kind.ts';
import { mapRows } from './map.ts';
import { notes } from './notes.ts';

/** Products of WooCommerce: the export of its admin, and what its REST API answers. */
export const woocommerce = defineSource({
  name: 'woocommerce',
  label: 'WooCommerce product export',
  marksUnpublished: true,
  about,
  notes,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    isScattered: true,
    keyOf,
    membersOf,
    map: plainTitles(mapRows),
  },
  documents: {
    required: ['id', 'permalink', 'stock_status'],
    fields: ['id', 'name', 'permalink', 'status', 'price', 'stock_status', 'images', 'variations'],
    envelopes: ['products'],
    errorIn,
    keyOf: keyOfDocument,
    membersOf: membersOfDocument,
    map: plainTitles(mapDocuments),
  },
});
