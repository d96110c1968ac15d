import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { isItem, mapRows } from './map.ts';

/** The modern product export of BigCommerce, which calls itself v3. */
export const bigcommerceV3 = defineSource({
  name: 'bigcommerce-v3',
  label: 'BigCommerce product export (v3)',
  marksUnpublished: true,
  makesPages: true,
  metadata: {
    files: 'CSV of the modern format, from Products > Export with the template Default (v3)',
    needs: [
      'the currency',
      'the address of the shop (store-url), where Product URL is only a path',
    ],
    maps: {
      productId: 'ID of the Product row',
      title: 'Name',
      description: 'Description, as plain text',
      imageUrl:
        'Internal Image URL (Export) of the Image row that is the thumbnail, else of the first',
      url: 'Product URL, completed by store-url where it is only a path',
      priceCents: 'Sale Price, where it is above 0, else Price; of several variants the lowest',
      compareAtPriceCents:
        'Retail Price, where it is above that; else Price, while there is a Sale Price',
      inStock:
        'Current Stock above 0, where Inventory Tracking is product or variant; none can be bought',
      'variants[].variantId':
        'ID of the Variant row, else the id of the product, # and the option values',
      'variants[].options': 'Options: each Name and the Value behind it',
      'variants[].priceCents': 'Sale Price or Price of the Variant row, else those of the product',
      'variants[].inventoryQuantity': 'Current Stock, where Inventory Tracking is variant',
    },
    assumes: [
      'No exported file was seen: columns and the form of Options are those of public programs that write the import or read the export.',
      'Rows of variants, images and videos belong to the product above them: do not sort the file. A file with only Product rows is read too.',
      'A single Variant row without Options is the product itself.',
      'A variant with another price than its product has no share in the sale of the product.',
      'Products with Is Visible false are skipped as hidden.',
    ],
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['price'],
      compareAtPriceCents: ['retailPrice', 'salePrice'],
      inventoryQuantity: ['stock'],
      imageUrl: ['variantImage'],
    },
    keyOf: (row) => row.get('id') || undefined,
    continues: (row) => isItem(row, 'variant') || isItem(row, 'image') || isItem(row, 'video'),
    map: plainTitles(mapRows),
  },
});
