import { counted, verb } from '../../../text/counted.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { keyOf, mapDocuments } from './map.ts';
import { keyOfPrice, mapPrices, priceColumns } from './prices.ts';
import { isRecord } from 'sequenzy-contract';
import { errorText } from '../../../documents/shown.ts';
import type { Fields } from '../../../documents/document.ts';

/** Members that are read. Source: the vendor's reference of the objects product and price. */
const fields = [
  'id',
  'object',
  'active',
  'name',
  'description',
  'images',
  'url',
  'default_price',
  'created',
  'product',
  'currency',
  'unit_amount',
  'nickname',
  'recurring',
] as const;

/** Products and prices of Stripe. */
export const stripe = defineSource({
  name: 'stripe',
  label: 'Stripe list of products and prices',
  marksUnpublished: true,
  metadata: {
    files:
      'JSON of the API: lists of products and of prices, together or in two files, or one object a line; CSV of the prices, from the dashboard (prices.csv)',
    needs: [],
    maps: {
      productId: 'id of the product; in CSV Product ID',
      title: 'name; in CSV Product Name',
      description: 'description',
      imageUrl: 'the first of images',
      url: 'url',
      priceCents:
        'unit_amount of the default price, else of the lowest; it is in minor units already, in CSV the lowest Amount in the currency of the first',
      currency: 'currency of that price',
      providerCreatedAt: 'created',
      'variants[].variantId': 'id of each active price in that currency',
      'variants[].title': 'nickname (in CSV Description), else the interval, else the amount',
    },
    assumes: [
      'CSV of the prices does not say which products and prices are archived, or which price is the default. The CSV of the products has no prices that are confirmed, and is not read.',
      'Products that are not active are skipped; so are their prices.',
      'Without any price in the input, prices and variants stay what they are.',
      'The price of a package (transform_quantity) is sent as it stands.',
      'There is no stock; it is not sent.',
    ],
  },
  notes: {
    noFixedPrice: (count) =>
      `${counted(count, 'price')} without a fixed amount ${verb(count, 'was', 'were')} left out.`,
    otherCurrency: (count) =>
      `${counted(count, 'price')} in another currency than the product's ${verb(count, 'was', 'were')} left out.`,
  },
  table: {
    columns: priceColumns,
    trailingCellsMayBeCut: false,
    partFields: { priceCents: ['amount'] },
    keyOf: keyOfPrice,
    map: mapPrices,
  },
  documents: {
    required: ['id', 'object', 'active'],
    mark: {
      says: 'object "product" or "price"',
      isOn: ({ object }) => object === 'product' || object === 'price',
    },
    fields,
    envelopes: ['data'],
    paging: {
      more: ['has_more'],
      list: 'url',
      nextStep: 'List the other pages too (limit, starting_after), and give all files together.',
    },
    errorIn,
    keyOf,
    map: mapDocuments,
  },
});

/** `{ "error": { "type": "invalid_request_error", "message": "…" } }`. Source: the vendor's reference of errors. */
function errorIn({ error }: Fields): string | undefined {
  return isRecord(error) && 'type' in error ? errorText(error['message']) : undefined;
}
