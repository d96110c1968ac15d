import type { Columns } from '../../../table/columns.ts';

export type Field =
  | 'itemType'
  | 'productId'
  | 'name'
  | 'sku'
  | 'description'
  | 'price'
  | 'retailPrice'
  | 'salePrice'
  | 'allowPurchases'
  | 'visible'
  | 'trackInventory'
  | 'stock'
  | 'image'
  | 'url';

/**
 * The legacy format. Source: headers in public converters, and the vendor's help pages on importing product options,
 * which call some columns without their question mark.
 */
export const columns: Columns<Field> = {
  fields: {
    itemType: ['Item Type'],
    productId: ['Product ID'],
    name: ['Product Name'],
    sku: ['Product Code/SKU'],
    description: ['Product Description'],
    price: ['Price'],
    retailPrice: ['Retail Price'],
    salePrice: ['Sale Price'],
    allowPurchases: ['Allow Purchases?', 'Allow Purchases'],
    visible: ['Product Visible?', 'Product Visible'],
    trackInventory: ['Track Inventory'],
    stock: ['Current Stock Level', 'Stock Level'],
    image: ['Product Image File - 1'],
    url: ['Product URL'],
  },
  required: ['itemType', 'productId', 'name', 'sku', 'price'],
  anyOf: [],
  ignored: [
    'Product Type',
    'Bin Picking Number',
    'Brand Name',
    'Option Set',
    'Option Set Align',
    'Cost Price',
    'Fixed Shipping Cost',
    'Free Shipping',
    'Product Warranty',
    'Product Availability',
    'Low Stock Level',
    'Category',
    'Search Keywords',
    'Page Title',
    'Meta Keywords',
    'Meta Description',
    'Product Condition',
    'Show Product Condition?',
    'Sort Order',
    'Product Tax Class',
    'Product UPC/EAN',
    'Stop Processing Rules',
    'Redirect Old URL?',
    'Global Trade Item Number',
    'Manufacturer Part Number',
    'Product Custom Fields',
    /^product (weight|width|height|depth)$/,
    /^product image /,
    /^product file /,
    /^(myob|gps|event date) /,
  ],
};
