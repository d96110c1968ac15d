import type { Columns } from '../../../table/columns.ts';

export type Field =
  | 'id'
  | 'itemGroupId'
  | 'title'
  | 'description'
  | 'link'
  | 'imageLink'
  | 'availability'
  | 'price'
  | 'salePrice'
  | 'salePriceDates'
  | 'condition'
  | OptionField;

export type OptionField = 'color' | 'size' | 'material' | 'pattern';

/** Source: the vendor's "Product data specification". Some files keep the prefix that the names have in XML. */
export const columns: Columns<Field> = {
  fields: {
    id: ['id', 'g:id'],
    itemGroupId: ['item_group_id', 'g:item_group_id'],
    title: ['title', 'g:title'],
    description: ['description', 'g:description'],
    link: ['link', 'g:link'],
    imageLink: ['image_link', 'g:image_link'],
    availability: ['availability', 'g:availability'],
    price: ['price', 'g:price'],
    salePrice: ['sale_price', 'g:sale_price'],
    salePriceDates: ['sale_price_effective_date', 'g:sale_price_effective_date'],
    condition: ['condition', 'g:condition'],
    color: ['color', 'g:color'],
    size: ['size', 'g:size'],
    material: ['material', 'g:material'],
    pattern: ['pattern', 'g:pattern'],
  },
  required: ['id', 'title', 'price'],
  anyOf: ['link', 'imageLink', 'availability', 'itemGroupId'],
  ignored: [
    /^(g:)?(additional[ _]image[ _]link|mobile[ _]link|brand|gtin|mpn|identifier[ _]exists)$/,
    /^(g:)?(google[ _]product[ _]category|product[ _]type|adult|multipack|is[ _]bundle|gender)$/,
    /^(g:)?(age[ _]group|size[ _](type|system)|shipping.*|tax.*|custom[ _]label[ _]\d|unit[ _]pricing.*)$/,
    /^(g:)?(product[ _](detail|highlight|length|width|height|weight)|availability[ _]date|expiration[ _]date)$/,
    /^(g:)?(cost[ _]of[ _]goods[ _]sold|installment|loyalty.*|ads[ _].*|energy.*|min[ _]price|max[ _]price)$/,
    /^(updated|published|author|summary|pubdate|guid|comments|category)$/, // of the feed format itself
  ],
};
