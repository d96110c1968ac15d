import { option, say } from 'sequenzy-contract';
import { withoutPrice } from '../../../kinds/products/variants.ts';
import { counted, verb } from '../../../text/counted.ts';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource, holdsOrders } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { keyOf as keyOfDocument, membersOf as membersOfDocument } from './document-links.ts';
import { mapDocuments } from './documents.ts';
import { errorIn } from './error.ts';
import { keyOf, membersOf } from './kind.ts';
import { mapRows } from './map.ts';
import { fieldsOfVariations } from './variant-document.ts';

/** Products of WooCommerce: the export of its admin, and what its REST API answers. */
export const woocommerce = defineSource({
  name: 'woocommerce',
  label: 'WooCommerce product export',
  marksUnpublished: true,
  metadata: {
    files:
      'CSV, from Products > Export; JSON of the REST API v3, products and variations together or in two files',
    needs: ['the currency'],
    maps: {
      productId: 'ID, else SKU',
      title: 'Name',
      description: 'Description, else Short description, as plain text',
      imageUrl: 'the first of Images',
      url: 'External URL; in JSON the permalink',
      priceCents:
        'Sale price between its dates, else Regular price; of a variable product the lowest',
      compareAtPriceCents: 'Regular price during a sale',
      inStock: 'In stock?; backorder can be bought',
      'variants[].variantId': 'ID of the variation, else its SKU',
      'variants[].options': 'Attribute n name and value',
      'variants[].inventoryQuantity': 'Stock, where it is counted for the variation itself',
    },
    assumes: [
      'Dates of sales are in UTC: the export does not give the zone of the site. A last day counts whole.',
      'Only Published 1 is on sale; 0, -1 and 2 are skipped as private, draft and pending. An export of chosen columns may lack it, which a warning says.',
      'A backslash and an n in a description is a line break.',
      'A grouped product has no price of its own, and is sent without one.',
      'Where Type is blank or the column is missing, a row with a Parent is a variation.',
      'Types that plugins add are read like the simple ones, and said to be.',
      say`The columns are named in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish or Russian; a shop in another language needs ${option('map')}.`,
      'Those in Portuguese and Polish are known from few public files; a column that is not known is named in a warning.',
    ],
  },
  notes: {
    withoutPrice,
    withoutVariations: (count) =>
      `${counted(count, 'product')} ${verb(count, 'has', 'have')} variations, and none of them is in the input; the stored ones are kept.`,
    unknownPublished: (count) =>
      `The file has no column Published: drafts and private ones among ${counted(count, 'product')} cannot be told apart and are sent. Export that column too.`,
    pluginType: (count) =>
      `${counted(count, 'product')} ${verb(count, 'is', 'are')} of a type that a plugin adds; ${verb(count, 'it is', 'they are')} read like simple and variable ones.`,
  },
  unusable: [
    { label: 'a WooCommerce order list', columns: ['id', 'billing', 'line_items'], ...holdsOrders },
  ],
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['regularPrice'],
      compareAtPriceCents: ['salePrice'],
      imageUrl: ['images'],
      inventoryQuantity: ['stock'],
    },
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
    partFields: fieldsOfVariations,
    map: plainTitles(mapDocuments),
  },
});
