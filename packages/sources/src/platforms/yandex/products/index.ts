import { plainTitles } from '../../../kinds/products/plain-titles.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { columns } from './columns.ts';
import { keyOf, mapRows } from './map.ts';

/** A price list in the Yandex Market Language. */
export const yandex = defineSource({
  name: 'yandex',
  label: 'Yandex Market feed (YML)',
  marksUnpublished: false,
  metadata: {
    files:
      'XML with yml_catalog, shop and offers, as given to Yandex Market and other marketplaces',
    needs: [],
    maps: {
      productId: 'group_id of the offer, else its id',
      title: 'name, else typePrefix, vendor and model; of the first offer of a group',
      description: 'description, as plain text',
      imageUrl: 'the first picture',
      url: 'url',
      priceCents: 'price; of a group the lowest',
      compareAtPriceCents: 'oldprice, where it is above the price',
      currency: 'currencyId; RUR is RUB',
      inStock: 'available, and count where there is one',
      'variants[].variantId': 'id, of offers with group_id',
      'variants[].options': 'those param that differ within the group',
      'variants[].inventoryQuantity': 'count',
    },
    assumes: [
      'An offer with available false is not in stock, also where it can be ordered.',
      'An offer without available and count says nothing about stock.',
      'Offers of one group have one currency; others are refused. Rates of currencies are not applied.',
    ],
  },
  table: {
    columns,
    trailingCellsMayBeCut: false,
    partFields: {
      priceCents: ['price'],
      compareAtPriceCents: ['oldPrice'],
      imageUrl: ['picture'],
      inventoryQuantity: ['count'],
    },
    elements: ['offer'],
    keyOf,
    map: plainTitles(mapRows),
  },
});
