import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variants.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { handleField, mapRows } from './map.ts';

/** The product export of Wix Stores. */
export const wix = defineSource({
  name: 'wix',
  label: 'Wix product export',
  marksUnpublished: true,
  metadata: {
    files: 'CSV, from Store Products > Export, in the older form and in the newer one',
    needs: ['the currency'],
    maps: {
      productId: 'handleId; in newer files handle',
      title: 'name',
      description: 'description; in newer files plainDescription, as plain text',
      imageUrl:
        'the first of productImageUrl or media, on static.wixstatic.com where it is only a name',
      priceCents:
        'price plus surcharge, less the discount; in newer files the price of the row, else of the product; of several variants the lowest',
      compareAtPriceCents: 'the price before the discount; in newer files strikethroughPrice',
      inStock: 'inventory: InStock, OutOfStock or a number; in newer files IN_STOCK, OUT_OF_STOCK',
      'variants[].variantId':
        'sku where it is unique in the input, else the handle, # and the option values',
      'variants[].options':
        'productOptionName of the product, productOptionDescription or productOptionChoices of the variant',
    },
    assumes: [
      'The file has no addresses of pages; that the handle of newer files is the slug of a page is not known, so that none is made of it.',
      'A discount applies to price and surcharge together, and is rounded to the nearest minor unit.',
      'In newer files a swatch before the name of a choice (#ff0000:Red) is left out.',
      'A discount of mode AMOUNT is taken off the price of each variant.',
      'An inventory other than InStock was not seen in a file: OutOfStock and whole numbers are taken as they read, the rest is refused.',
      'Products with visible false are skipped as hidden; a variant with visible false is out of stock.',
      'Which SKUs are unique depends on what is read together: where SKUs repeat, correct the export and read it whole rather than its rejects alone.',
    ],
  },
  uniqueIds: withUniqueSkus,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['price'],
      compareAtPriceCents: ['strikethroughPrice', 'discountValue'],
      inventoryQuantity: ['inventory'],
    },
    keyOf: (row) => row.get(handleField(row)) || undefined,
    map: plainTitles(mapRows),
  },
});
