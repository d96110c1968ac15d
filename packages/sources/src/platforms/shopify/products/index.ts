import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variant-ids.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { about } from './about.ts';
import { columns } from './columns.ts';
import { mapDocuments } from './documents.ts';
import { errorIn } from './error.ts';
import { isOfProduct } from './global-ids.ts';
import { mapRows } from './map.ts';
import { notes } from './notes.ts';

/** Products of Shopify: the export of its admin, and what its Admin API, its storefront and its themes answer. */
export const shopify = defineSource({
  name: 'shopify',
  label: 'Shopify product export',
  marksUnpublished: true,
  about,
  notes,
  uniqueIds: withUniqueSkus,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    idField: 'id',
    keyOf: (row) => row.get('handle') || undefined,
    map: plainTitles(mapRows),
  },
  documents: {
    required: ['id'],
    mark: {
      says: 'a title with a handle, or an id such as gid://shopify/Product/1',
      isOn: (fields) =>
        isOfProduct(fields['id']) ||
        isOfProduct(fields['__parentId']) ||
        (['title', 'handle'].every((key) => key in fields) &&
          ['variants', 'body_html', 'available'].some((key) => key in fields)),
    },
    fields: [
      'id',
      'title',
      'handle',
      'body_html',
      'variants',
      'options',
      'images',
      'status',
      'price',
      'available',
    ],
    envelopes: ['products', 'product', 'resources.results.products'],
    errorIn,
    keyOf: ({ id, __parentId: parent }) => {
      const key = parent ?? id;
      return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
    },
    map: plainTitles(mapDocuments),
  },
});
