import { counted, verb } from '../../../text/counted.ts';
import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { withUniqueSkus } from '../../../kinds/products/variants.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';

/** The files of PrestaShop's import: products, and their combinations in a second file. */
export const prestashop = defineSource({
  name: 'prestashop',
  label: 'PrestaShop product file',
  marksUnpublished: true,
  makesPages: true,
  asksForTax: true,
  metadata: {
    files:
      'CSV in the form of Advanced Parameters > Import: the product file, and beside it that of the combinations',
    needs: [
      'the currency',
      'whether amounts are with tax (price-tax), unless the column says it',
      'the address of the shop (store-url), for the addresses of pages',
    ],
    maps: {
      productId: 'Product ID',
      title: 'Name',
      description: 'Description, else Short description, as plain text',
      imageUrl: 'the first of Image URLs',
      url: 'store-url, /index.php?controller=product&id_product= and Product ID',
      priceCents:
        'the price, of combinations with their Impact on price, less the discount; the lowest',
      compareAtPriceCents: 'the price before the discount',
      inStock: 'whether Quantity is above 0, and Available for order is not 0',
      'variants[].variantId':
        'Reference where it is unique in the input, else Product ID, # and the values',
      'variants[].options': 'Attribute and Value, paired in the order in which they are listed',
      'variants[].inventoryQuantity': 'Quantity of the combination',
    },
    assumes: [
      'Product ID is the id that the shop knows the product by; its page by id redirects to the friendly address.',
      'Prices, impacts and discounts are all with tax or all without, as price-tax says; they are sent as they stand.',
      'Where the only price column says whether it is with tax, it is believed, and a price-tax that says otherwise is refused.',
      'A discount amount goes before a discount percent; it is in force between its dates, in UTC, and a last day counts whole.',
      'Without the file of the combinations, variants stay what they are.',
      'Products with Active 0 are skipped as inactive.',
      'Orders beyond stock are not read: what is sold out is out of stock.',
      'A SKU that two combinations share names neither.',
      'Which SKUs are unique depends on what is read together: where SKUs repeat, correct the export and read it whole rather than its rejects alone.',
    ],
  },
  uniqueIds: withUniqueSkus,
  notes: {
    withoutTax: (count) =>
      `The ${count === 1 ? 'price' : 'prices'} of ${counted(count, 'product')} ${verb(count, 'is', 'are')} without tax, and sent as ${verb(count, 'it stands', 'they stand')}.`,
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['reference'],
      priceCents: ['basePrice', 'priceWithTax', 'priceWithoutTax', 'impact'],
      compareAtPriceCents: ['discountAmount', 'discountPercent'],
      imageUrl: ['image'],
      inventoryQuantity: ['quantity'],
    },
    isScattered: true,
    keyOf: (row) => row.get('productId') || undefined,
    map: plainTitles(mapRows),
  },
});
