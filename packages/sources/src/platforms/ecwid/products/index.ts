import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { withUniqueSkus } from '../../../kinds/products/variants.ts';
import { columns } from './columns.ts';
import { keyOf, mapRows } from './map.ts';

/** The catalog export of Ecwid by Lightspeed. */
export const ecwid = defineSource({
  name: 'ecwid',
  label: 'Ecwid product export',
  marksUnpublished: true,
  metadata: {
    files: 'CSV, from Catalog > Products > Export',
    needs: ['the currency'],
    maps: {
      productId: 'product_internal_id, else product_sku',
      title: 'product_name',
      description: 'product_description, as plain text',
      imageUrl: 'product_media_main_image_url',
      url: 'url, where the file has it',
      priceCents: 'product_price; of several variations the lowest',
      compareAtPriceCents: 'product_compare_to_price, where it is above the price',
      inStock: 'product_quantity above 0, not tracked, or to be had as a pre-order',
      'variants[].variantId':
        'product_variation_sku where it is unique in the input, else the id of the product, # and the option values',
      'variants[].options': 'product_variation_option_ and the name of the option',
      'variants[].priceCents':
        'product_variation_price, else product_price of the variation, else of the product',
      'variants[].inventoryQuantity':
        'product_variation_quantity, else product_quantity of the variation, where it is tracked',
    },
    assumes: [
      'Where pages stand depends on the site that the shop is built into: custom_url_slug makes no address.',
      'No exported file was seen: columns are those that public programs write for the import or read out of the export.',
      'A product is not tracked where product_is_inventory_tracked is false or product_quantity blank: it can be bought. A variation without a quantity has the stock of its product.',
      'product_quantity_out_of_stock_behaviour ALLOW_PREORDER sells on at 0.',
      'A compare-at price of the product is one of each variation that costs less.',
      'Products with product_is_available false are skipped as hidden.',
      'Rows of options, files and attributes are passed over, and what an option adds to a price is not in it; categories are skipped.',
      'Which SKUs are unique depends on what is read together: where SKUs repeat, correct the export and read it whole rather than its rejects alone.',
    ],
  },
  uniqueIds: withUniqueSkus,
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      sku: ['variationSku'],
      priceCents: ['price', 'variationPrice'],
      compareAtPriceCents: ['compareAt', 'variationCompareAt'],
      inventoryQuantity: ['quantity', 'variationQuantity'],
    },
    keyOf,
    map: plainTitles(mapRows),
  },
});
