import { counted, verb } from '../../../text/counted.ts';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variants.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { isOfType, mapRows } from './map.ts';

/** The legacy product export of BigCommerce. */
export const bigcommerce = defineSource({
  name: 'bigcommerce',
  label: 'BigCommerce legacy product export',
  marksUnpublished: true,
  makesPages: true,
  metadata: {
    files: 'CSV of the legacy format, from Products > Export with the template Bulk Edit',
    needs: [
      'the currency',
      'the address of the shop (store-url), where Product URL is only a path',
    ],
    maps: {
      productId: 'Product ID',
      title: 'Product Name',
      description: 'Product Description, as plain text',
      imageUrl: 'Product Image File - 1, where it is a whole address',
      url: 'Product URL, completed by store-url where it is only a path',
      priceCents: 'Sale Price, where it is above 0, else Price',
      compareAtPriceCents:
        'Retail Price, where it is above that; else Price, while there is a Sale Price',
      inStock:
        'Allow Purchases?, and Current Stock Level where Track Inventory says that it counts',
      'variants[].variantId':
        'Product Code/SKU of each SKU row where it is unique in the input, else Product ID, # and the option values',
      'variants[].options': 'Product Name of the SKU row: [S]Size=M,[RB]Colour=Red',
      'variants[].inventoryQuantity': 'Current Stock Level, where Track Inventory is by option',
    },
    assumes: [
      'SKU and Rule rows belong to the product above them: do not sort the file.',
      'A SKU costs what its product costs; one whose Price says otherwise is refused.',
      'Rules that change a price or forbid a purchase are not confirmed; products with such a rule are refused.',
      'Track Inventory is none, by product or by option; where it says anything else, stock is not sent.',
      'Colours of swatches inside an option value are not confirmed, and refused.',
      'A sale price above the price is what the product costs, and a warning says so.',
      'Products with Product Visible? N are skipped as hidden.',
      'Which SKUs are unique depends on what is read together: where SKUs repeat, correct the export and read it whole rather than its rejects alone.',
    ],
  },
  notes: {
    unknownTracking: (count) =>
      `${counted(count, 'product')} ${verb(count, 'says', 'say')} something else under Track Inventory than none, by product or by option; ${verb(count, 'its', 'their')} stock is not sent.`,
    higherSale: (count) =>
      `${counted(count, 'product')} ${verb(count, 'has', 'have')} a sale price above the price, and ${verb(count, 'costs', 'cost')} that.`,
  },
  uniqueIds: withUniqueSkus,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['sku'],
      priceCents: ['price'],
      compareAtPriceCents: ['retailPrice', 'salePrice'],
      inventoryQuantity: ['stock'],
    },
    keyOf: (row) => row.get('productId') || undefined,
    continues: (row) => isOfType(row, 'sku') || isOfType(row, 'rule'),
    map: plainTitles(mapRows),
  },
});
