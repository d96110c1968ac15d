import type { Columns } from '../../../table/columns.ts';

export type Field =
  | 'sku'
  | 'storeView'
  | 'type'
  | 'name'
  | 'shortDescription'
  | 'description'
  | 'online'
  | 'visibility'
  | 'price'
  | 'specialPrice'
  | 'specialFrom'
  | 'specialTo'
  | 'baseImage'
  | 'urlKey'
  | 'quantity'
  | 'inStock'
  | 'managesStock'
  | 'usesConfiguredStock'
  | 'variations'
  | 'labels';

/** Source: headers of exported files of Magento 2.2 and 2.3. */
export const columns: Columns<Field> = {
  fields: {
    sku: ['sku'],
    storeView: ['store_view_code'],
    type: ['product_type'],
    name: ['name'],
    shortDescription: ['short_description'],
    description: ['description'],
    online: ['product_online'],
    visibility: ['visibility'],
    price: ['price'],
    specialPrice: ['special_price'],
    specialFrom: ['special_price_from_date'],
    specialTo: ['special_price_to_date'],
    baseImage: ['base_image'],
    urlKey: ['url_key'],
    quantity: ['qty'],
    inStock: ['is_in_stock'],
    managesStock: ['manage_stock'],
    usesConfiguredStock: ['use_config_manage_stock'],
    variations: ['configurable_variations'],
    labels: ['configurable_variation_labels'],
  },
  required: ['sku', 'type', 'name', 'price'],
  anyOf: ['storeView', 'variations', 'online'],
  ignored: [
    /^(attribute_set_code|categories|product_websites|weight|tax_class_name|country_of_manufacture)$/,
    /^(meta|small_image|thumbnail_image|swatch_image|base_image|additional|custom|new|map|msrp|min|max|use|related|crosssell|upsell|bundle|associated|enable|notify|website|deferred|gift|page|product_options|downloadable|grouped)_.*$/,
    /^(small|thumbnail|swatch)_image$/,
    /^(created_at|updated_at|display_product_options_in|out_of_stock_qty|is_qty_decimal|allow_backorders)$/,
    /^(qty_increments|is_decimal_divided|hide_from_product_page|custom_options|description_position)$/,
  ],
};
