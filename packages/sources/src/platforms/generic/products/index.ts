import { option, say } from 'sequenzy-contract';
import { defineSource, holdsOrders } from '../../../kinds/products/source.ts';
import { columns, productFields } from './columns.ts';
import { mapDocument } from './documents.ts';
import { mapRows } from './map.ts';

/** Files with the API's own field names. */
export const generic = defineSource({
  name: 'generic',
  label: 'Sequenzy product file',
  isGeneral: true,
  marksUnpublished: false,
  metadata: {
    files: 'CSV, TSV, JSON or NDJSON with the API’s own field names, in camelCase or snake_case',
    needs: ['the currency, where a decimal price has none beside it'],
    maps: {
      productId: 'productId',
      title: 'title',
      priceCents: 'priceCents, or price as a decimal',
      compareAtPriceCents: 'compareAtPriceCents, or compareAtPrice as a decimal',
      'variants[]': 'rows with a variantId, or a list in variants, as JSON in a cell too',
      'variants[].options': 'option1Name and option1Value to option3Value, or options as JSON',
    },
    assumes: [say`Empty cells keep what is stored, unless ${option('empty', 'clear')} is given.`],
  },
  unusable: [
    { label: 'a list of orders', columns: ['orders'], ...holdsOrders },
    { label: 'a list of one order', columns: ['order'], ...holdsOrders },
  ],
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['variantSku'],
      priceCents: ['variantPrice', 'variantPriceCents'],
      compareAtPriceCents: ['variantCompareAtPrice', 'variantCompareAtPriceCents'],
      imageUrl: ['variantImageUrl'],
      inventoryQuantity: ['variantInventoryQuantity'],
      options: ['option1Value', 'options'],
    },
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
