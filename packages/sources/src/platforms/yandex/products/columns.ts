import type { Columns } from '../../../table/columns.ts';

/** What an offer is like, each by its name: `<param name="Size">`. */
export const paramNamed = 'param ';

export type Field =
  | 'id'
  | 'groupId'
  | 'available'
  | 'name'
  | 'typePrefix'
  | 'vendor'
  | 'model'
  | 'url'
  | 'price'
  | 'oldPrice'
  | 'currency'
  | 'picture'
  | 'description'
  | 'count';

/** Source: the vendor's description of the format as public generators quote it, and templates of shops. */
export const columns: Columns<Field> = {
  fields: {
    id: ['id'],
    groupId: ['group_id'],
    available: ['available'],
    name: ['name'],
    typePrefix: ['typePrefix'],
    vendor: ['vendor'],
    model: ['model'],
    url: ['url'],
    price: ['price'],
    oldPrice: ['oldprice'],
    currency: ['currencyId'],
    picture: ['picture'],
    description: ['description'],
    count: ['count'],
  },
  required: ['id', 'price', 'currency'],
  anyOf: ['name', 'model'],
  families: [paramNamed],
  ignored: [
    'type',
    'bid',
    'cbid',
    'fee',
    'categoryId',
    'vendorCode',
    'barcode',
    'store',
    'pickup',
    'delivery',
    'sales_notes',
    'country_of_origin',
    'manufacturer_warranty',
    'downloadable',
    'weight',
    'dimensions',
    'vat',
    'adult',
    'age',
    'cpa',
    'rec',
    'expiry',
    'min-quantity',
    'step-quantity',
    'market_category',
    'disabled',
    'purchase_price',
    'enable_auto_discounts',
    'condition',
    'local_delivery_cost',
  ],
};
