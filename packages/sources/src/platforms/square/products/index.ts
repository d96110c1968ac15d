import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';

/** The item library of Square. */
export const square = defineSource({
  name: 'square',
  label: 'Square item library',
  marksUnpublished: true,
  metadata: {
    files: 'CSV, from Items > Actions > Export library',
    needs: ['the currency'],
    maps: {
      productId: 'the first Reference Handle of the item, else Item Name',
      title: 'Customer-facing Name, else Item Name',
      description: 'Description, as plain text',
      priceCents: 'Online Sale Price, else Price; of several variations the lowest',
      compareAtPriceCents: 'Price, where Online Sale Price is below it',
      inStock: 'whether there is some of a variation, or nobody counts it',
      'variants[].variantId': 'Token, else the id of the product, # and the variation',
      'variants[].title': 'Variation Name',
      'variants[].options': 'Option Name n and Option Value n',
      'variants[].inventoryQuantity':
        'the sum of Current Quantity of the locations where it is counted',
    },
    assumes: [
      'No exported file was seen: columns are those that public programs write for the import and the platform’s help pages name.',
      'Rows with one Item Name are one item, as a handle may belong to a variation. Two rows of one item with the same variation and other handles are refused.',
      'A Price of variable or none leaves the price out; a price of a single location is never the price.',
      'Nobody counts a variation whose quantities are all blank or whose Stockable is N: it can be bought. A part of one is not counted.',
      'A location with Enabled N does not count; with N at every one the variation is out of stock, and so is one with Sellable N.',
      'Items with Archived Y are skipped as archived, those hidden or unavailable in Square Online as hidden.',
      'New Quantity is for the import, and modifiers are not read.',
      'The file has no addresses of pages or images.',
    ],
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['price'],
      compareAtPriceCents: ['onlinePrice'],
      inventoryQuantity: ['quantity'],
    },
    keyOf: (row) => row.get('name') || undefined,
    map: plainTitles(mapRows),
  },
});
