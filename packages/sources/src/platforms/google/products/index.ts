import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { mapRows } from './map.ts';

/** A product feed as Google Merchant Center takes it, in each of its forms. */
export const google = defineSource({
  name: 'google',
  label: 'Google Merchant feed',
  marksUnpublished: false,
  metadata: {
    files: 'RSS 2.0, Atom, TSV or CSV, as given to Google Merchant Center (and to Meta)',
    needs: ['the currency, where a price has no code behind it'],
    maps: {
      productId: 'item_group_id, else id',
      title: 'title, of the first item of a group',
      description: 'description, as plain text',
      imageUrl: 'image_link',
      url: 'link',
      priceCents: 'sale_price while its dates last, else price; of a group the lowest',
      compareAtPriceCents: 'price, while there is a sale_price below it',
      currency: 'the code behind the price',
      inStock: 'availability; preorder, backorder and available for order can be bought',
      'variants[].variantId': 'id, of items with item_group_id',
      'variants[].options': 'color, size, material, pattern',
    },
    assumes: [
      'A sale without offset in its dates begins and ends in UTC.',
      'Items of one group have one currency; others are refused.',
      'A description that is the word new, used or refurbished has changed places with the condition; the item is refused.',
      'A currency code may stand behind the amount or before it.',
      'A first line that begins with # is a comment, as templates may have; it is skipped.',
    ],
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      priceCents: ['price'],
      compareAtPriceCents: ['salePrice'],
      imageUrl: ['imageLink'],
    },
    elements: ['item', 'entry'],
    keyOf: (row) => {
      const group = row.get('itemGroupId');
      if (group !== '') return `group ${group}`;
      return row.get('id') === '' ? undefined : `item ${row.get('id')}`;
    },
    map: plainTitles(mapRows),
  },
});
