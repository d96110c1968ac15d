import type { Columns } from '../../../table/columns.ts';

export type Field =
  | 'type'
  | 'productId'
  | 'sku'
  | 'name'
  | 'description'
  | 'image'
  | 'url'
  | 'price'
  | 'compareAt'
  | 'isTracked'
  | 'quantity'
  | 'soldOut'
  | 'isAvailable'
  | 'variationSku'
  | 'variationPrice'
  | 'variationCompareAt'
  | 'variationQuantity';

/** One column for each option that variations of the catalog have. */
export const optionNamed = 'product_variation_option_';

/** Source: headers and rows that public programs write for the import or read out of the export. */
export const columns: Columns<Field> = {
  fields: {
    type: ['type'],
    productId: ['product_internal_id'],
    sku: ['product_sku'],
    name: ['product_name'],
    description: ['product_description'],
    image: ['product_media_main_image_url'],
    url: ['url'],
    price: ['product_price'],
    compareAt: ['product_compare_to_price'],
    isTracked: ['product_is_inventory_tracked'],
    quantity: ['product_quantity'],
    soldOut: ['product_quantity_out_of_stock_behaviour'],
    isAvailable: ['product_is_available'],
    variationSku: ['product_variation_sku'],
    variationPrice: ['product_variation_price'],
    variationCompareAt: ['product_variation_compare_to_price'],
    variationQuantity: ['product_variation_quantity'],
  },
  required: ['type', 'name', 'price'],
  anyOf: ['productId', 'sku'],
  families: [optionNamed],
  ignored: [/^(product|category)_/, 'source_store_id', 'custom_url_slug', 'format_version'],
};
