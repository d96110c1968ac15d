import type { Columns } from '../../../table/columns.ts';

export type Field =
  | 'item'
  | 'id'
  | 'name'
  | 'sku'
  | 'options'
  | 'tracking'
  | 'stock'
  | 'price'
  | 'retailPrice'
  | 'salePrice'
  | 'description'
  | 'url'
  | 'visible'
  | 'variantImage'
  | 'image'
  | 'imageToImport'
  | 'isThumbnail';

/** Source: the header that several public programs write for the import or list for the export, of 51 columns. */
export const columns: Columns<Field> = {
  fields: {
    item: ['Item'],
    id: ['ID'],
    name: ['Name'],
    sku: ['SKU'],
    options: ['Options'],
    tracking: ['Inventory Tracking'],
    stock: ['Current Stock'],
    price: ['Price'],
    retailPrice: ['Retail Price'],
    salePrice: ['Sale Price'],
    description: ['Description'],
    url: ['Product URL'],
    visible: ['Is Visible'],
    variantImage: ['Variant Image URL'],
    image: ['Internal Image URL (Export)'],
    imageToImport: ['Image URL (Import)'],
    isThumbnail: ['Image is Thumbnail'],
  },
  required: ['item', 'id', 'name', 'price'],
  anyOf: ['options', 'tracking'],
  ignored: [
    'Type',
    'Low Stock',
    'Cost Price',
    'Brand ID',
    'Channels',
    'Categories',
    'Custom Fields',
    'Page Title',
    'Meta Description',
    'Search Keywords',
    'Meta Keywords',
    'Bin Picking Number',
    'UPC/EAN',
    'Global Trade Number',
    'Manufacturer Part Number',
    'Free Shipping',
    'Fixed Shipping Cost',
    'Weight',
    'Width',
    'Height',
    'Depth',
    'Is Featured',
    'Warranty',
    'Tax Class',
    'Product Condition',
    'Show Product Condition',
    'Sort Order',
    'Image Description',
    'Image Sort Order',
    'YouTube ID',
    /^video (title|description|sort order)$/,
  ],
};
