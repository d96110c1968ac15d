import { option, say } from 'sequenzy-contract';
import { counted, verb } from '../../../text/counted.ts';
import { defineSource } from '../../../kinds/products/source.ts';
import { fields } from './columns.ts';
import { keyOf, mapDocuments } from './map.ts';
import { fieldsOfVariants } from './variant-document.ts';

/** Products of Fanfare's Admin API. */
export const fanfare = defineSource({
  name: 'fanfare',
  label: 'Fanfare list of products',
  marksUnpublished: true,
  metadata: {
    files:
      'JSON of the Admin API, with variants and media assets included: one answer or one object a line; the command line reads the API itself where no file is named',
    needs: ['the currency, where variants do not name theirs'],
    maps: {
      productId: 'id',
      title: 'name',
      description: 'description',
      imageUrl: 'publicUrl of the media asset with the lowest position',
      url: 'url',
      priceCents:
        'the price of the cheapest variant, a decimal string such as 139.99; digits are never grouped',
      currency:
        'currencyCode of the default variant, or of the first with a price where it has none',
      inStock: 'whether a variant is in stock',
      providerCreatedAt: 'createdAt',
      'variants[].variantId': 'id',
      'variants[].title': 'the option values, else the SKU, else the name of the product',
      'variants[].inStock': 'inventoryPolicy is open, or inventoryQuantity is above 0',
      'variants[].inventoryQuantity': 'inventoryQuantity, where the policy is not open',
      'variants[].options': 'optionName and value of options',
    },
    assumes: [
      'Archived products are skipped; archived variants are left out.',
      'Quantity, inventory policy and currency of a variant are called inventoryQuantity, inventoryPolicy and currencyCode. Where they are not, map renames them to the fields quantity, inventoryPolicy and currency.',
      say`What is null or empty is cleared, whatever ${option('empty')} says: the description, the url, the image where the list of media assets has none, the price where every variant is without one.`,
      'What is absent is kept; so are variants, prices and stock where variants are absent or null, and the image where productMediaAssets is.',
      'A product with no variants, or none but archived ones, is out of stock and has no price.',
      'A price in another currency than the product’s is left out.',
    ],
  },
  notes: {
    repeated: (count) =>
      `${counted(count, 'product')} ${verb(count, 'stands', 'stand')} in the input more than once; the last is taken.`,
    otherCurrency: (count) =>
      `${counted(count, 'price')} in another currency than the product's ${verb(count, 'was', 'were')} left out.`,
    nothingIncluded: (count) =>
      `${counted(count, 'product')} came without variants and media assets: prices, stock and images were not in the answer, and stay as they are stored.`,
    oddOptions: (count) =>
      `${counted(count, 'variant')} ${verb(count, 'has options that are not understood, and is', 'have options that are not understood, and are')} sent without them: optionName and value are read.`,
    unknownStock: (count) =>
      say`${counted(count, 'variant')} ${verb(count, 'says', 'say')} nothing of stock under the names that are looked for; it is not sent. ${option('map')} names the members that hold it.`,
  },
  documents: {
    required: ['id', 'name', 'organizationId', 'archived'],
    fields,
    envelopes: ['data'],
    paging: {
      more: ['pageInfo.hasNextPage'],
      nextStep: say`Ask for the other pages too, or leave that to catalog sync ${option('from', 'fanfare')}.`,
    },
    renamedWithin: 'variants',
    keyOf,
    partFields: fieldsOfVariants,
    map: mapDocuments,
  },
});
